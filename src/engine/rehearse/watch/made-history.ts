import type { StatementStep } from '../../../facts/plan.ts';
import type { MadeAndLost } from '../../../facts/rehearsal/rehearsal.ts';
import type { Index, Schema, Table, Trigger } from '../../../facts/schema.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import { foldName, sameName, sameNames } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import { columnNamesBefore, nameAt, nameBefore, type TableVersion } from '../../compare/lineage/lineage.ts';
import type { Dying, Succession } from './made-watch.ts';

const BEFORE_STAR = new Set(['select', 'distinct', 'all', ',', '.']);

/** What the statements of a plan that stayed did, asked of one table at a time. */
export class MadeHistory {
  readonly #steps: readonly StatementStep[];
  readonly #names: readonly (readonly StatementTarget[])[];
  readonly #before: Schema;
  readonly #after: Schema;

  constructor(
    steps: readonly StatementStep[],
    names: readonly (readonly StatementTarget[])[],
    before: Schema,
    after: Schema,
  ) {
    this.#steps = steps;
    this.#names = names;
    this.#before = before;
    this.#after = after;
  }

  lostBetween(one: Succession, dying: Dying): MadeAndLost[] {
    const { statement, last } = one;
    const now = this.#after.tables.find(({ name }) => foldName(name) === last);
    if (now === undefined) return [];
    const columns = this.#columns(one, dying, now);
    const lost = { table: now.name, statement };
    return [
      ...columns.map((name) => ({ kind: 'column' as const, name, ...lost })),
      ...this.#objects('index', dying.indexes, statement, now).map((name) => ({
        kind: 'index' as const,
        name,
        ...lost,
      })),
      ...this.#objects('trigger', dying.triggers, statement, now).map((name) => ({
        kind: 'trigger' as const,
        name,
        ...lost,
      })),
      ...this.#content(one, dying, now).map((content) => ({ ...content, ...lost })),
    ];
  }

  /** Columns that the plan made in the old table, and that the new one never had. */
  #columns({ from, to, statement }: Succession, { table }: Dying, now: Table): string[] {
    const root = this.#rootOf(from);
    const former = columnNamesBefore(from, statement);
    const known = this.#columnsOf(to);
    if (known === undefined) return [];
    const copies = this.#copyText(to, statement);
    return table.columns
      .map(({ name }) => name)
      .filter((name) => {
        const folded = foldName(name);
        const wasThere = root?.columns.some(
          (column) => foldName(column.name) === (former.get(folded) ?? folded),
        );
        const isThere = known.has(folded) || now.columns.some((column) => sameName(column.name, name));
        return !wasThere && !isThere && !copies.has(folded) && !copies.has('*');
      });
  }

  /** Names of indexes or triggers that the plan made, and that are neither there nor dropped by name. */
  #objects(
    kind: 'index' | 'trigger',
    dying: readonly (Index | Trigger)[],
    statement: number,
    now: Table,
  ): string[] {
    const before = kind === 'index' ? this.#before.indexes : this.#before.triggers;
    const after = kind === 'index' ? this.#after.indexes : this.#after.triggers;
    return dying
      .filter((object) => {
        const isMeant = (verb: StatementTarget['verb']) => (named: StatementTarget) =>
          named.verb === verb && 'kind' in named && named.kind === kind && sameName(named.name, object.name);
        const isMade = this.#names.slice(0, statement).some((names) => names.some(isMeant('create')));
        const isDropped = this.#names.slice(statement).some((names) => names.some(isMeant('drop')));
        const isThere = after.some(
          (one) =>
            sameName(one.name, object.name) ||
            (sameName(one.table, now.name) && bodyOf(one) === bodyOf(object)),
        );
        // What was there before is told by the comparison.
        const wasThere = before.some((one) => sameName(one.name, object.name));
        return isMade && !isDropped && !isThere && !wasThere && !isKeyOf(now, object);
      })
      .map(({ name }) => name);
  }

  /** Rows that nothing copied, or values of columns that the copy leaves out. */
  #content(
    { to, statement }: Succession,
    { rows, values }: Dying,
    now: Table,
  ): Pick<MadeAndLost, 'kind' | 'name' | 'count'>[] {
    const writes = this.#writesTo(to);
    if (writes.length === 0) return rows > 0 ? [{ kind: 'rows', name: now.name, count: rows }] : [];
    // Without a list, all columns get a value.
    if (writes.some((named) => named.fills === undefined)) return [];
    const filled = new Set(writes.flatMap(({ fills = [] }) => fills.map(foldName)));
    const copies = this.#copyText(to, statement);
    return now.columns.flatMap(({ name, generated }) => {
      const count = values.get(foldName(name)) ?? 0;
      const isLost =
        count > 0 && generated === undefined && !filled.has(foldName(name)) && !copies.has(foldName(name));
      return isLost ? [{ kind: 'values' as const, name, count }] : [];
    });
  }

  /** What gives rows or values to a version of a table. */
  #writesTo(version: TableVersion): { fills?: string[] }[] {
    return this.#names.flatMap((names, at) =>
      names.flatMap((named) => {
        const writes =
          named.verb === 'insert' ||
          named.verb === 'upsert' ||
          named.verb === 'update' ||
          (named.verb === 'create' &&
            (named.copies !== undefined || named.columns === undefined) &&
            named.kind === 'table');
        const isMeant = writes && nameAt(version, at) === foldName(named.name);
        return isMeant ? [{ ...('fills' in named && named.fills && { fills: named.fills }) }] : [];
      }),
    );
  }

  /** All words of the statements that filled a version up to a statement: a column that is read there was not forgotten. */
  #copyText(version: TableVersion, until: number): Set<string> {
    const words = new Set<string>();
    for (const [at, { sql }] of this.#steps.slice(0, until).entries()) {
      const fills = this.#names[at]?.some(
        (named) =>
          (['insert', 'upsert', 'update'].includes(named.verb) ||
            (named.verb === 'create' && named.copies)) &&
          'name' in named &&
          nameAt(version, at) === foldName(named.name),
      );
      if (!fills) continue;
      let last = '';
      for (const token of meaningfulTokens(sql)) {
        const word = foldName(nameOf(sql, token));
        // A factor is no star.
        if (word !== '*' || BEFORE_STAR.has(last)) words.add(word);
        last = word;
      }
    }
    return words;
  }

  /** All columns that a version ever had; `undefined` where its text does not tell. */
  #columnsOf(version: TableVersion): Set<string> | undefined {
    const columns = new Set<string>();
    let isTold = false;
    for (const [at, names] of this.#names.entries()) {
      for (const named of names) {
        const owner = 'table' in named ? named.table : named.name;
        if (nameAt(version, at) !== foldName(owner)) continue;
        if (named.verb === 'create' && named.kind === 'table') {
          isTold = named.columns !== undefined;
          for (const column of named.columns ?? []) columns.add(foldName(column));
        }
        if (named.verb === 'add-column' || named.verb === 'drop-column') columns.add(foldName(named.name));
        if (named.verb === 'rename-column') columns.add(foldName(named.to));
      }
    }
    return isTold ? columns : undefined;
  }

  #rootOf(version: TableVersion): Table | undefined {
    const name = nameBefore(version);
    return name === undefined
      ? undefined
      : this.#before.tables.find((table) => foldName(table.name) === name);
  }
}

/** Without its name, which may be another one. */
function bodyOf(object: Index | Trigger): string {
  if ('unique' in object) return object.definition;
  return object.definition.replace(/^create trigger (if not exists )?("([^"]|"")*"|\S+) /, '');
}

/** A unique index that became a constraint of the table. */
function isKeyOf({ keys }: Table, object: Index | Trigger): boolean {
  if (!('unique' in object) || object.key === undefined) return false;
  const { columns } = object.key;
  return keys.some((key) => sameNames(key.columns, columns));
}
