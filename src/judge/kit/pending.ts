import type { DatabaseFacts } from '../../facts/database.ts';
import type { Finding } from '../../facts/finding.ts';
import type { Allowance, Declaration, Settings } from '../../facts/settings.ts';

/** The migrations that are pending in one of the databases, by all that an allowance may call them. */
export class Pending {
  readonly #names = new Set<string>();
  readonly #namesByFile = new Map<string, ReadonlySet<string>>();

  constructor(databases: readonly DatabaseFacts[]) {
    for (const { plan, command } of databases) {
      for (const { id, file } of plan?.pending ?? []) this.#namesByFile.set(file, new Set(namesOf(id, file)));
      for (const { ids } of command?.recorded ?? []) for (const id of ids) this.#add(namesOf(id, id));
    }
    for (const names of this.#namesByFile.values()) this.#add(names);
  }

  /** The allowance's migration is among them, by its id, file or number; one that names none belongs to all. */
  has(migration: Allowance['migration']): boolean {
    return migration === undefined || isNamed(migration, this.#names);
  }

  /** What is known to be done by one of them, only an allowance for that one covers, or one that names none. */
  covers({ migration }: Allowance, { location }: Finding): boolean {
    const names = location && this.#namesByFile.get(location.file);
    return migration === undefined || names === undefined || isNamed(migration, names);
  }

  #add(names: Iterable<string>): void {
    for (const name of names) this.#names.add(name);
  }
}

/** What is declared and counts in one of the databases: an allowance of a migration that is applied does nothing. */
export function declarationsFor(
  databases: readonly DatabaseFacts[],
  { declared }: Pick<Settings, 'declared'>,
): Declaration[] {
  const pending = new Pending(databases);
  return declared.items.filter(({ migration }) => pending.has(migration));
}

/** `13` and `0013` are the number of `0013_purge.sql`, and not of `00130_purge.sql`. */
function isNamed(migration: string, names: ReadonlySet<string>): boolean {
  return names.has(migration) || (/^\d+$/.test(migration) && names.has(numbered(migration)));
}

function namesOf(id: string, file: string): string[] {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const numbers = [id, base].flatMap((name) => {
    const digits = /^\d+/.exec(name)?.[0] ?? '';
    return digits === '' || /[a-z]/i.test(name[digits.length] ?? '') ? [] : [numbered(digits)];
  });
  return [id, file, base, ...numbers];
}

/** A number among names: no name begins so. */
function numbered(digits: string): string {
  return `\0${digits.replace(/^0+(?=\d)/, '')}`;
}
