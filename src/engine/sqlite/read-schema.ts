import type {
  Column,
  ForeignKey,
  Index,
  IndexColumn,
  Schema,
  Table,
  TableKey,
  UniqueKey,
} from '../../facts/schema.ts';
import { canonical, withoutOuterParentheses } from '../../sql/canonical.ts';
import { foldName, quoteText } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../sql/tokens.ts';
import type { Connection } from './connection.ts';
import { constraintKey, readTableText, type TableText } from './ddl.ts';
import { readIndexText, spelled } from './index-text.ts';
import { readVirtualTable, shadowTables } from './read-virtual-table.ts';

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
  const shadows = shadowTables(
    connection,
    catalogue.filter(({ name }) => kinds.get(name)?.type === 'virtual'),
  );
  const ownTables = catalogue.filter(
    ({ type, name }) =>
      type === 'table' && (kinds.get(name)?.type !== 'shadow' || !shadows.has(foldName(name))),
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
    ...(row.dflt_value !== null && { default: defaultOf(row.dflt_value) }),
    ...(collate !== undefined && collate !== BINARY && { collate }),
    ...(row.hidden >= 2 && { generated: { stored: row.hidden === 3, expression: expression ?? '' } }),
  };
}

const KEYWORDS = /^(current_(time|date|timestamp)|null|true|false)$/i;

/** A name alone is a text there, in quotes or not (sqlite.org/lang_createtable.html section 3.2). */
function defaultOf(written: string): string {
  const inner = withoutOuterParentheses(written.trim());
  const [only, ...more] = meaningfulTokens(inner);
  const isName = only?.kind === 'quoted' || (only?.kind === 'word' && !KEYWORDS.test(inner));
  if (only !== undefined && more.length === 0 && isName) return quoteText(nameOf(inner, only));
  return withoutOuterParentheses(canonical(inner));
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
  const rows = indexColumns(connection, name);
  const text = sql ?? '';
  const { columns: texts, where } = readIndexText(text);
  const unique = /^\s*create\s+unique/i.test(text);
  // A column's own COLLATE reaches the index without standing in its text.
  const columns = rows.map(({ name: column, coll, desc }, at) => ({
    text: column ?? texts[at] ?? '',
    collation: coll.toUpperCase(),
    descending: desc === 1,
  }));
  return {
    name,
    table: tbl_name,
    unique,
    ...(unique && where === undefined && rows.every(isPlain) && { key: keyOf(rows) }),
    columns,
    ...(where !== undefined && { where }),
    definition: definitionOf(unique, columns, where),
  };
}

function definitionOf(unique: boolean, columns: readonly IndexColumn[], where: string | undefined): string {
  const listed = columns.map(
    ({ text, collation, descending }) =>
      `${spelled(text)}${collation === BINARY ? '' : ` collate ${collation}`}${descending ? ' desc' : ''}`,
  );
  const condition = where === undefined ? '' : ` where ${spelled(where)}`;
  return `${unique ? 'unique ' : ''}(${listed.join(', ')})${condition}`;
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
