import type { Orphans } from '../../../facts/health.ts';
import type { ForeignKey, Schema, Table } from '../../../facts/schema.ts';
import type { ReferenceCheck } from '../../../facts/settings.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { MeasurementContext } from '../measurement-context.ts';
import { countOrphans, withSamples } from './count-orphans.ts';

/**
 * Rows without a parent, per foreign key of `checks.references`. One that the schema declares too is left to the
 * declared one; one that lacks a table or column on this side gives nothing. SQLite does not enforce them, so their
 * parent need not be unique.
 */
export function measureReferences(
  context: MeasurementContext,
  references: readonly ReferenceCheck[],
): Orphans[] {
  const { connection, schema, unchecked } = context;
  const found: Orphans[] = [];
  const measured: [Table, ForeignKey][] = [];
  for (const reference of references) {
    const here = resolved(reference, schema);
    if (here === undefined) continue;
    const { child, key, parent } = here;
    const known = [...child.foreignKeys, ...measured.flatMap(([table, own]) => (table === child ? own : []))];
    if (known.some((other) => isTwin(other, key))) continue;
    measured.push([child, key]);
    const rows = attemptRead(unchecked, { check: 'orphans', table: child.name }, () =>
      countOrphans(connection, here),
    );
    const { columns, parentColumns } = key;
    const subject = { table: child.name, columns, parent: parent.name, parentColumns };
    if (rows !== undefined && rows > 0) found.push({ ...subject, rows, declared: false });
  }
  return found.map((orphans) => withSamples(context, orphans));
}

/** The reference with names as the schema writes them. */
function resolved({ table, columns, parent, parentColumns }: ReferenceCheck, { tables }: Schema) {
  const child = tables.find(({ name }) => sameName(name, table));
  const owner = tables.find(({ name }) => sameName(name, parent));
  const own = child && columnsOf(child, columns);
  const others = owner && columnsOf(owner, parentColumns);
  if (child === undefined || owner === undefined || own === undefined || others === undefined)
    return undefined;
  const actions = { onDelete: 'NO ACTION', onUpdate: 'NO ACTION', deferred: false };
  const key: ForeignKey = { columns: own, parent: owner.name, parentColumns: others, ...actions };
  return { child, parent: owner, key };
}

/** The same columns refer to the same columns, in whatever order. */
function isTwin(left: ForeignKey, right: ForeignKey): boolean {
  return sameName(left.parent, right.parent) && pairs(left) === pairs(right);
}

function pairs({ columns, parentColumns }: ForeignKey): string {
  const each = columns.map((column, at) => JSON.stringify([column, parentColumns[at] ?? ''].map(foldName)));
  return each.sort().join();
}

/** The columns as the table writes them; `undefined` where it lacks one. */
function columnsOf(table: Table, names: readonly string[]): string[] | undefined {
  const found = names.flatMap(
    (name) => table.columns.find((column) => sameName(column.name, name))?.name ?? [],
  );
  return found.length === names.length ? found : undefined;
}
