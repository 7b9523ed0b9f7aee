import type { ForeignKeyMismatch, Orphans } from '../../../facts/health.ts';
import type { ForeignKey, Table } from '../../../facts/schema.ts';
import { foldName, quoteName, sameName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { MeasurementContext } from '../measurement-context.ts';
import { keyOf, sampleRows } from '../row-samples.ts';
import { areComparable, countByKeys, hasKey, type TableReference } from './parents.ts';

interface ForeignKeyFacts {
  orphans: Orphans[];
  mismatches: ForeignKeyMismatch[];
}

/**
 * Rows without a parent, per declared foreign key, and the foreign keys that SQLite cannot enforce
 * (sqlite.org/foreignkeys.html section 3). One such key makes PRAGMA foreign_key_check throw for its whole table,
 * so those are found first, and their table's other keys are counted one by one.
 */
export function measureOrphans(context: MeasurementContext): ForeignKeyFacts {
  const { connection, schema, unchecked } = context;
  const byName = new Map(schema.tables.map((table) => [foldName(table.name), table]));
  const facts: ForeignKeyFacts = { orphans: [], mismatches: [] };
  for (const table of schema.tables) {
    const keys = table.foreignKeys.map((key) => ({
      child: table,
      key,
      parent: byName.get(foldName(key.parent)),
    }));
    attemptRead(unchecked, { check: 'orphans', table: table.name }, () =>
      measureTable(connection, table, keys, facts),
    );
  }
  return { ...facts, orphans: facts.orphans.map((found) => withSamples(context, found)) };
}

/** With the keys or values of some of the rows, where samples are asked for. */
export function withSamples(context: MeasurementContext, orphans: Orphans): Orphans {
  const named = (wanted: string) => context.schema.tables.find(({ name }) => sameName(name, wanted));
  const child = named(orphans.table);
  const parent = named(orphans.parent);
  if (child === undefined || parent === undefined) return orphans;
  const values = orphans.columns.map((column) => ({ column, after: `c.${quoteName(column)}` }));
  const from = withoutParent({ child, key: orphans, parent });
  const rows = sampleRows(context, { from, key: keyOf(child, 'c'), values });
  return rows === undefined ? orphans : { ...orphans, samples: rows };
}

/** A declared foreign key; `parent` is absent where there is no such table. */
interface DeclaredKey {
  child: Table;
  key: ForeignKey;
  parent: Table | undefined;
}

function measureTable(
  connection: Connection,
  table: Table,
  keys: readonly DeclaredKey[],
  facts: ForeignKeyFacts,
): void {
  if (keys.length === 0) return;
  const causes = keys.map((declared, at) => mismatchCause(connection, declared, at));
  const isCheckable = causes.every((cause) => cause === undefined);
  const isComparable = keys.every((declared) => hasParent(declared) && areComparable(declared));
  const counts =
    isCheckable && !isComparable
      ? checkedBySqlite(connection, table)
      : keys.map((declared, at) =>
          causes[at] || !hasParent(declared) ? 0 : countOrphans(connection, declared),
        );
  for (const [at, { key }] of keys.entries()) {
    const { columns, parent, parentColumns } = key;
    const cause = causes[at];
    const subject = { table: table.name, columns, parent, parentColumns };
    if (cause !== undefined)
      facts.mismatches.push({ ...subject, rows: rowsWithKey(connection, table, key), cause });
    else if (counts[at]) facts.orphans.push({ ...subject, rows: counts[at] });
  }
}

function hasParent(declared: DeclaredKey): declared is DeclaredKey & TableReference {
  return declared.parent !== undefined;
}

function mismatchCause(
  connection: Connection,
  { child, key, parent }: DeclaredKey,
  at: number,
): ForeignKeyMismatch['cause'] | undefined {
  const { columns, parentColumns } = key;
  if (parent === undefined || parent.kind === 'virtual') return 'no-parent-table';
  const existing = new Set(parent.columns.map(({ name }) => foldName(name)));
  if (parentColumns.some((column) => !existing.has(foldName(column)))) return 'no-parent-column';
  if (parentColumns.length !== columns.length) return 'parent-not-unique';
  const isRowid = parent.rowidAlias !== undefined && sameColumns(parentColumns, [parent.rowidAlias]);
  if (isRowid || uniqueKeys(connection, parent).some((unique) => sameColumns(unique, parentColumns)))
    return undefined;
  // Only where the key names no columns it may rest on a primary key in another collation than the columns'.
  const isImplicit = sameColumns(parentColumns, parent.primaryKey) && namesNoColumns(connection, child, at);
  return isImplicit ? undefined : 'parent-not-unique';
}

function namesNoColumns(connection: Connection, { name, foreignKeys }: Table, at: number): boolean {
  const id = idOf(at, foreignKeys);
  return (
    connection.number('SELECT "to" IS NULL FROM pragma_foreign_key_list(?) WHERE id = ?', name, id) === 1
  );
}

/** SQLite numbers the keys from the last declared to the first; the schema lists them as declared. */
function idOf(at: number, foreignKeys: readonly ForeignKey[]): number {
  return foreignKeys.length - 1 - at;
}

/** Column lists of the parent's unique indexes that a foreign key may rest on: whole, and in the columns' own collation. */
function uniqueKeys(connection: Connection, { name, columns }: Table): string[][] {
  const own = new Map(columns.map((column) => [foldName(column.name), column.collate ?? 'BINARY']));
  const rows = connection.objects<{ index_name: string; column_name: string | null; coll: string }>(
    `SELECT l.name AS index_name, x.name AS column_name, x.coll
     FROM pragma_index_list(?) AS l, pragma_index_xinfo(l.name) AS x
     WHERE l."unique" AND NOT l.partial AND x.key ORDER BY l.seq, x.seqno`,
    name,
  );
  const usable = Object.values(Object.groupBy(rows, ({ index_name }) => index_name)).filter((key) =>
    key?.every(
      ({ column_name, coll }) =>
        column_name !== null && own.get(foldName(column_name)) === coll.toUpperCase(),
    ),
  );
  return usable.map((key) => (key ?? []).map(({ column_name }) => column_name ?? ''));
}

function sameColumns(left: readonly string[], right: readonly string[]): boolean {
  const fold = (names: readonly string[]) => names.map(foldName).sort().join('\0');
  return left.length > 0 && fold(left) === fold(right);
}

/** SQLite's own judgement: it applies the parent's affinity and collation as it does when enforcing. */
function checkedBySqlite(connection: Connection, { name, foreignKeys }: Table): number[] {
  const rows = connection.objects<{ fkid: number; orphans: number }>(
    'SELECT fkid, count(*) AS orphans FROM pragma_foreign_key_check(?) GROUP BY fkid',
    name,
  );
  const byId = new Map(rows.map(({ fkid, orphans }) => [fkid, orphans]));
  return foreignKeys.map((_, at) => byId.get(idOf(at, foreignKeys)) ?? 0);
}

/** Rows of the child with a whole key and no parent. */
export function countOrphans(connection: Connection, reference: TableReference): number {
  if (areComparable(reference)) return countByKeys(connection, reference);
  return connection.number(`SELECT count(*) FROM ${withoutParent(reference)}`);
}

/**
 * A FROM clause over the rows of a child, as `c`, that have a whole key and no parent, as SQLite would judge them: with
 * the parent's affinity, which the child's own gives way to after a unary plus, and with the parent's collation
 * (sqlite.org/foreignkeys.html section 3, datatype3.html sections 4 and 7). An index on the parent is used where there
 * is one, and not needed.
 */
export function withoutParent({ child, key, parent }: TableReference, schema = 'main'): string {
  const parentColumns = key.parentColumns.map((name) => `p.${quoteName(name)}`);
  const values = key.columns.map((column, at) => {
    const name = foldName(key.parentColumns[at] ?? '');
    const { collate = 'BINARY' } = parent.columns.find((own) => foldName(own.name) === name) ?? {};
    return `+c.${quoteName(column)} COLLATE ${quoteName(collate)}`;
  });
  const known = parentColumns.map((name) => `${name} IS NOT NULL`);
  return `${schema}.${quoteName(child.name)} AS c WHERE ${hasKey(key)} AND (${values.join(', ')})
     NOT IN (SELECT ${parentColumns.join(', ')} FROM ${schema}.${quoteName(parent.name)} AS p WHERE ${known.join(' AND ')})`;
}

function rowsWithKey(connection: Connection, table: Table, key: ForeignKey): number {
  return connection.number(`SELECT count(*) FROM ${quoteName(table.name)} AS c WHERE ${hasKey(key)}`);
}
