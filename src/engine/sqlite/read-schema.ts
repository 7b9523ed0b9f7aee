import type { Column, ForeignKey, Index, Schema, Table, TableKey, UniqueKey } from '../../facts/schema.ts';
import { canonical, withoutOuterParentheses } from '../../sql/canonical.ts';
import { foldName } from '../../sql/quote.ts';
import type { Connection } from './connection.ts';
import { constraintKey, contentTable, indexBody, readTableText, type TableText } from './ddl.ts';

interface CatalogueRow {
  type: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  tbl_name: string;
  sql: string | null;
}

interface TableRow {
  name: string;
  type: 'table' | 'view' | 'virtual' | 'shadow';
  wr: number;
  strict: number;
}

const BINARY = 'BINARY';

/** Tables and indexes that were read already, each by all the texts that define it. */
export class SchemaCache {
  readonly tables = new Map<string, Table>();
  readonly indexes = new Map<string, Index>();
}

/**
 * The user's tables, indexes, triggers and views, without SQLite's own and without shadow tables. With a `cache`, only
 * what has changed since the last call is read.
 */
export function readSchema(connection: Connection, cache = new SchemaCache()): Schema {
  const catalogue = connection.objects<CatalogueRow>(
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
  );
  const kinds = new Map(
    connection
      .objects<TableRow>("SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'")
      .map((row) => [row.name, row]),
  );
  const named = tablesNamedLikeContent(catalogue, kinds);
  const ownTables = catalogue.filter(
    ({ type, name }) => type === 'table' && (kinds.get(name)?.type !== 'shadow' || named.has(foldName(name))),
  );
  const tables = ownTables.map((row) =>
    // A copy: which columns a foreign key means depends on its parent.
    structuredClone(
      cached(cache.tables, [row.name, row.sql], () => readTable(connection, row, kinds.get(row.name))),
    ),
  );
  const texts = new Map(tables.map(({ name, sql }) => [foldName(name), sql]));
  return {
    tables: resolveParents(tables),
    indexes: catalogue
      .filter((row) => row.type === 'index' && row.sql !== null && texts.has(foldName(row.tbl_name)))
      .map((row) =>
        cached(cache.indexes, [row.name, row.sql, row.tbl_name, texts.get(foldName(row.tbl_name))], () =>
          readIndex(connection, row),
        ),
      ),
    triggers: catalogue
      .filter(({ type }) => type === 'trigger')
      .map(({ name, tbl_name, sql }) => ({ name, table: tbl_name, definition: canonical(sql ?? '') })),
    views: catalogue
      .filter(({ type }) => type === 'view')
      .map(({ name, sql }) => ({ name, definition: canonical(sql ?? '') })),
  };
}

/**
 * Tables of the user's that SQLite takes for shadow tables by their names alone. A full-text index that has its content
 * elsewhere, or none, has no `…_content` table of its own. Often a table of that name is its content.
 */
function tablesNamedLikeContent(
  catalogue: readonly CatalogueRow[],
  kinds: ReadonlyMap<string, TableRow>,
): Set<string> {
  const elsewhere = catalogue.filter(
    ({ name, sql }) => kinds.get(name)?.type === 'virtual' && contentOf(sql ?? '') !== undefined,
  );
  return new Set(elsewhere.map(({ name }) => foldName(`${name}_content`)));
}

function cached<Read>(cache: Map<string, Read>, key: unknown[], read: () => Read): Read {
  const text = JSON.stringify(key);
  const known = cache.get(text) ?? read();
  cache.set(text, known);
  return known;
}

function readTable(connection: Connection, { name, sql }: CatalogueRow, kind: TableRow | undefined): Table {
  const text = sql ?? '';
  if (kind?.type === 'virtual') return readVirtualTable(connection, name, text);
  const details = readTableText(text);
  const rows = connection.objects<ColumnRow>('SELECT * FROM pragma_table_xinfo(?)', name);
  const keys = connection.objects<IndexListRow>('SELECT * FROM pragma_index_list(?)', name);
  const withoutRowid = kind?.wr === 1;
  const primaryKey = rows.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  // INTEGER PRIMARY KEY DESC looks like an alias of the rowid and is none: it has an index of its own.
  const alias =
    !withoutRowid && primaryKey.length === 1 && !keys.some(({ origin }) => origin === 'pk')
      ? primaryKey.find(({ type }) => type.toUpperCase() === 'INTEGER')?.name
      : undefined;
  const rowid = withoutRowid ? undefined : freeRowidName(rows.map((row) => row.name));
  return {
    name,
    kind: 'table',
    strict: kind?.strict === 1,
    withoutRowid,
    columns: rows.map((row) => readColumn(row, details)),
    primaryKey: primaryKey.map((row) => row.name),
    ...(alias !== undefined && { rowidAlias: alias }),
    autoincrement: details.autoincrement,
    ...(rowid !== undefined && { rowid }),
    foreignKeys: readForeignKeys(connection, name, details),
    keys: [
      ...(alias === undefined ? [] : [tableKey('PRIMARY KEY', rowidKey(alias, details), details)]),
      ...keys.flatMap(({ name: index, origin }) =>
        origin === 'c' ? [] : [tableKey(KEY_KINDS[origin], keyOf(indexColumns(connection, index)), details)],
      ),
    ],
    checks: details.checks,
    sql: text,
  };
}

const KEY_KINDS = { pk: 'PRIMARY KEY', u: 'UNIQUE' } as const;

function tableKey(kind: TableKey['kind'], key: UniqueKey, { conflicts }: TableText): TableKey {
  const onConflict = conflicts.get(constraintKey(kind, key.columns));
  return { kind, ...key, ...(onConflict !== undefined && { onConflict }) };
}

/** The rowid has no index to ask. */
function rowidKey(alias: string, { collations }: TableText): UniqueKey {
  return { columns: [alias], collations: [collations.get(foldName(alias)) ?? BINARY] };
}

function keyOf(columns: readonly IndexColumnRow[]): UniqueKey {
  return {
    columns: columns.map(({ name }) => name ?? ''),
    collations: columns.map(({ coll }) => coll.toUpperCase()),
  };
}

function moduleOf(sql: string): string {
  return /\busing\s+["'`[]?([\w$]+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
}

function contentOf(sql: string): string | undefined {
  return moduleOf(sql).startsWith('fts') ? contentTable(sql) : undefined;
}

function readVirtualTable(connection: Connection, name: string, sql: string): Table {
  const module = moduleOf(sql);
  const content = contentOf(sql);
  let columns: Column[] = [];
  try {
    columns = connection
      .objects<ColumnRow>('SELECT * FROM pragma_table_xinfo(?)', name)
      .filter(({ hidden }) => hidden !== 1)
      .map(({ name: column, type }) => ({ name: column, type, notNull: false }));
  } catch {
    // The module is missing here. Whatever reads the table's content will report it.
  }
  const shape = {
    strict: false,
    withoutRowid: false,
    primaryKey: [],
    autoincrement: false,
    foreignKeys: [],
    keys: [],
    checks: [],
  };
  const described = { module, ...(content !== undefined && { content }) };
  return { name, kind: 'virtual', ...described, columns, rowid: 'rowid', ...shape, sql };
}

interface ColumnRow {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
  hidden: number;
}

function readColumn(row: ColumnRow, details: TableText): Column {
  const key = foldName(row.name);
  const collate = details.collations.get(key);
  const expression = details.generated.get(key);
  const onConflict = details.conflicts.get(constraintKey('NOT NULL', [row.name]));
  return {
    name: row.name,
    type: row.type,
    notNull: row.notnull === 1,
    ...(onConflict !== undefined && { onConflict }),
    ...(row.dflt_value !== null && { default: withoutOuterParentheses(canonical(row.dflt_value)) }),
    ...(collate !== undefined && collate !== BINARY && { collate }),
    ...(row.hidden >= 2 && { generated: { stored: row.hidden === 3, expression: expression ?? '' } }),
  };
}

interface ForeignKeyRow {
  id: number;
  seq: number;
  table: string;
  from: string;
  to: string | null;
  on_update: string;
  on_delete: string;
}

function readForeignKeys(connection: Connection, table: string, { deferred }: TableText): ForeignKey[] {
  const keys = new Map<number, ForeignKey>();
  const rows = connection.objects<ForeignKeyRow>(
    'SELECT * FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq',
    table,
  );
  for (const row of rows) {
    const key = keys.get(row.id) ?? {
      columns: [],
      parent: row.table,
      parentColumns: [],
      onDelete: row.on_delete,
      onUpdate: row.on_update,
      deferred: deferred[keys.size] ?? false,
    };
    keys.set(row.id, key);
    key.columns.push(row.from);
    if (row.to !== null) key.parentColumns.push(row.to);
  }
  return [...keys.values()];
}

/** A foreign key without parent columns means the parent's primary key (sqlite.org/foreignkeys.html). */
function resolveParents(tables: Table[]): Table[] {
  const byName = new Map(tables.map((table) => [foldName(table.name), table]));
  for (const { foreignKeys } of tables) {
    for (const key of foreignKeys) {
      if (key.parentColumns.length === 0)
        key.parentColumns = byName.get(foldName(key.parent))?.primaryKey ?? [];
    }
  }
  return tables;
}

interface IndexListRow {
  name: string;
  unique: number;
  origin: 'c' | 'u' | 'pk';
}

interface IndexColumnRow {
  name: string | null;
  desc: number;
  coll: string;
  key: number;
}

function readIndex(connection: Connection, { name, tbl_name, sql }: CatalogueRow): Index {
  const columns = indexColumns(connection, name);
  const collations = columns.map(({ coll }) => coll);
  // A column's own COLLATE reaches the index without standing in its text.
  const effective = collations.every((coll) => coll === BINARY) ? '' : ` collate ${collations.join(', ')}`;
  const text = sql ?? '';
  const unique = /^\s*create\s+unique/i.test(text);
  const listed = 'SELECT partial FROM pragma_index_list(?) WHERE name = ?';
  const likeConstraint = unique && columns.every(isPlain) && connection.number(listed, tbl_name, name) === 0;
  return {
    name,
    table: tbl_name,
    unique,
    ...(likeConstraint && { key: keyOf(columns) }),
    definition: `${unique ? 'unique ' : ''}${indexBody(text)}${effective}`,
  };
}

function isPlain({ name, desc }: IndexColumnRow): boolean {
  return name !== null && desc === 0;
}

function indexColumns(connection: Connection, index: string): IndexColumnRow[] {
  return connection.objects<IndexColumnRow>('SELECT * FROM pragma_index_xinfo(?) WHERE key = 1', index);
}

function freeRowidName(columns: readonly string[]): 'rowid' | '_rowid_' | 'oid' | undefined {
  const taken = new Set(columns.map(foldName));
  return (['rowid', '_rowid_', 'oid'] as const).find((name) => !taken.has(name));
}
