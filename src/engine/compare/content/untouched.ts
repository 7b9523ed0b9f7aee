import type { Connection } from '../../sqlite/connection.ts';
import type { PageEvidence } from './pages/evidence.ts';

interface StoredTree {
  type: 'table' | 'index';
  name: string;
  tbl_name: string;
  rootpage: number;
  sql: string | null;
}

/**
 * The tables of *after*, SQLite's own and shadow tables included, whose rows and indexes are in the very bytes of
 * *before* and mean the same there: what holds between rows and index entries on one side holds on the other.
 * Columns may have been appended, since no index knows them. `connection` has *after* as `main`, *before* as `old`.
 */
export function findUntouched(connection: Connection, { trees, chainsClean }: PageEvidence): string[] {
  if (!chainsClean) return [];
  const treesBefore = byTable(connection, 'old');
  const isUntouched = (name: string, after: readonly StoredTree[]) => {
    const before = treesBefore.get(name) ?? [];
    return (
      after.length === before.length &&
      after.every((tree, at) => isSameTree(before[at], tree) && trees.get(tree.rootpage)?.clean) &&
      (after.every((tree, at) => tree.sql === before[at]?.sql) || hasOnlyMoreColumns(connection, name))
    );
  };
  return [...byTable(connection, 'main')].flatMap(([name, after]) =>
    isUntouched(name, after) ? [name] : [],
  );
}

/** The b-trees of each table: its own and those of its indexes. */
function byTable(connection: Connection, schema: 'main' | 'old'): Map<string, StoredTree[]> {
  const trees = connection.objects<StoredTree>(
    `SELECT type, name, tbl_name, rootpage, sql FROM ${schema}.sqlite_schema WHERE rootpage > 0 ORDER BY name`,
  );
  return Map.groupBy(trees, (tree) => tree.tbl_name);
}

function isSameTree(before: StoredTree | undefined, after: StoredTree): boolean {
  return (
    before?.type === after.type &&
    before.name === after.name &&
    before.rootpage === after.rootpage &&
    (after.type === 'table' || before.sql === after.sql)
  );
}

/**
 * The table's text differs, but for SQLite the columns of *before* and all indexes are the same. An expression, in an
 * index or a generated column, may read a new column: a table that has one is not called the same.
 */
function hasOnlyMoreColumns(connection: Connection, table: string): boolean {
  const before = describe(connection, table, 'old');
  const after = describe(connection, table, 'main');
  return (
    !after.computes &&
    formatted(before.columns) === formatted(after.columns.slice(0, before.columns.length)) &&
    formatted(before.indexes) === formatted(after.indexes)
  );
}

function describe(connection: Connection, table: string, schema: 'main' | 'old') {
  const indexColumns = `pragma_index_list(?, ?) AS list, pragma_index_xinfo(list.name, ?) AS columns`;
  const generated = connection.number('SELECT max(hidden) FROM pragma_table_xinfo(?, ?)', table, schema);
  const computed = connection.number(
    `SELECT count(*) FROM ${indexColumns} WHERE list.partial OR columns.cid = -2`,
    ...[table, schema, schema],
  );
  return {
    columns: connection.rows('SELECT * FROM pragma_table_xinfo(?, ?)', table, schema),
    indexes: connection.rows(
      `SELECT list.name, list."unique", columns.* FROM ${indexColumns} ORDER BY list.name, columns.seqno`,
      ...[table, schema, schema],
    ),
    computes: generated > 0 || computed > 0,
  };
}

function formatted(rows: readonly unknown[][]): string {
  return JSON.stringify(rows.map((row) => row.map(String)));
}
