import type { Table } from '../../facts/schema.ts';
import type { Named } from '../../facts/statement.ts';
import { foldName } from '../../sql/quote.ts';
import type { ColumnPair } from '../compare/pairing.ts';

/** One table from the statement that made it to the one that dropped it, under whatever names. */
export interface Incarnation {
  /** Index of the statement that made it; -1: it is in *before*. */
  born: number;
  /** Index of the statement that dropped it. */
  died?: number;
  /** Folded names, in order. */
  names: { since: number; name: string }[];
  renamedColumns: { step: number; from: string; to: string }[];
  /** The table whose name it took: a rebuild takes that of the table that it copies. */
  predecessor?: Incarnation;
}

export interface Lineage {
  /** By folded name in *before*. */
  first: ReadonlyMap<string, Incarnation>;
  /** By folded name at the end of the plan. */
  last: ReadonlyMap<string, Incarnation>;
}

/** Follows each table through what the statements name; `executed[step]` is empty where a statement left no trace. */
export function followTables(before: readonly Table[], executed: readonly (readonly Named[])[]): Lineage {
  const first = new Map(before.map(({ name }) => [foldName(name), newIncarnation(-1, foldName(name))]));
  const tables = new Tables(first);
  executed.forEach((names, step) => {
    for (const named of names) tables.follow(named, step);
  });
  return { first, last: tables.live };
}

class Tables {
  readonly live: Map<string, Incarnation>;
  readonly #lastHolder: Map<string, Incarnation>;

  constructor(first: ReadonlyMap<string, Incarnation>) {
    this.live = new Map(first);
    this.#lastHolder = new Map(first);
  }

  follow(named: Named, step: number): void {
    if (named.verb === 'rename-table') this.#rename(foldName(named.name), foldName(named.to), step);
    else if (named.verb === 'rename-column') {
      const from = foldName(named.name);
      const to = foldName(named.to);
      this.live.get(foldName(named.table))?.renamedColumns.push({ step, from, to });
    } else if ((named.verb === 'create' || named.verb === 'drop') && named.kind === 'table') {
      if (named.verb === 'create') this.#create(foldName(named.name), step);
      else this.#drop(foldName(named.name), step);
    }
  }

  #create(name: string, step: number): void {
    // CREATE TABLE IF NOT EXISTS on a table that is there changes nothing.
    if (this.live.has(name)) return;
    this.#take(newIncarnation(step, name), name);
  }

  #rename(from: string, to: string, step: number): void {
    const incarnation = this.live.get(from);
    if (incarnation === undefined) return;
    this.live.delete(from);
    incarnation.names.push({ since: step, name: to });
    this.#take(incarnation, to);
  }

  #drop(name: string, step: number): void {
    const incarnation = this.live.get(name);
    if (incarnation !== undefined) incarnation.died = step;
    this.live.delete(name);
  }

  #take(incarnation: Incarnation, name: string): void {
    const holder = this.#lastHolder.get(name);
    // A table of *before* is its own beginning, whatever name it takes.
    if (holder !== undefined && holder !== incarnation && incarnation.born >= 0)
      incarnation.predecessor = holder;
    this.live.set(name, incarnation);
    this.#lastHolder.set(name, incarnation);
  }
}

export function newIncarnation(born: number, name: string): Incarnation {
  return { born, names: [{ since: born, name }], renamedColumns: [] };
}

/** It and all that came before it, the latest first. */
export function ancestry(incarnation: Incarnation): Incarnation[] {
  const { predecessor } = incarnation;
  return predecessor === undefined ? [incarnation] : [incarnation, ...ancestry(predecessor)];
}

/** Its folded name after a statement; `undefined` while it does not exist. */
export function nameAt({ born, died, names }: Incarnation, step: number): string | undefined {
  if (step < born || (died !== undefined && step >= died)) return undefined;
  return names.findLast(({ since }) => since <= step)?.name;
}

/** The folded name that a column has in an incarnation after a statement. */
export function columnAt({ born, renamedColumns }: Incarnation, pair: ColumnPair, step: number): string {
  if (born === -1) {
    const past = renamedColumns.filter((rename) => rename.step <= step);
    return past.reduce((name, { from, to }) => (name === from ? to : name), foldName(pair.before.name));
  }
  const future = renamedColumns.filter((rename) => rename.step > step);
  return future.reduceRight((name, { from, to }) => (name === to ? from : name), foldName(pair.after.name));
}
