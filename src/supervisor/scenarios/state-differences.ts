import type { ChangeFacts } from '../../facts/changes.ts';
import type { Bookkeeping } from '../../facts/plan.ts';
import type { Differences, TableDifference } from '../../facts/rehearsal/scenarios.ts';

/** Values that differ between two undisturbed runs, such as the time: table and column, or a whole table. */
export type Volatile = ReadonlySet<string>;

/** What differs, without the tool's own tables and without what differs from run to run. */
export function differencesOf(
  { tables, objects }: ChangeFacts,
  { tables: own }: Bookkeeping,
  volatile: Volatile = new Set(),
): Differences {
  const isOwn = (name = '') => own.includes(name);
  const kept = tables.filter(({ table }) => !isOwn(table) && !volatile.has(table));
  return {
    tables: kept.flatMap(({ table, removed, added, changed, columns }): TableDifference[] => {
      const names = columns
        .map(({ column }) => column)
        .filter((column) => !volatile.has(keyOf(table, column)));
      const isChanged = changed > 0 && names.length > 0;
      if (removed + added === 0 && !isChanged) return [];
      return [{ table, removed, added, changed: isChanged ? changed : 0, columns: names }];
    }),
    objects: objects
      .filter(
        ({ kind, name, table, change }) =>
          change !== 'renamed' && !isOwn(table) && !(kind === 'table' && isOwn(name)),
      )
      .map(({ kind, name, table, change }) => ({
        kind,
        name,
        change,
        ...(table !== undefined && { table }),
      })),
  };
}

/** What two undisturbed runs do not agree on. */
export function volatileOf({ tables }: ChangeFacts): Volatile {
  return new Set(
    tables.flatMap(({ table, removed, added, columns }) => [
      ...columns.map(({ column }) => keyOf(table, column)),
      ...(removed + added > 0 ? [table] : []),
    ]),
  );
}

export function isNone({ tables, objects }: Differences): boolean {
  return tables.length + objects.length === 0;
}

function keyOf(table: string, column: string): string {
  return `${table}.${column}`;
}
