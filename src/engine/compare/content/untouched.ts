import type { Connection } from '../../sqlite/connection.ts';
import type { Evidence } from './pages/evidence.ts';

interface Stored {
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
export function findUntouched(connection: Connection, { trees, chainsClean }: Evidence): string[] {
  if (!chainsClean) return [];
  const former = byTable(connection, 'old');
  const isUntouched = (name: string, own: readonly Stored[]) => {
    const others = former.get(name) ?? [];
    return (
      own.length === others.length &&
      own.every((tree, at) => isSameTree(tree, others[at]) && trees.get(tree.rootpage)?.clean) &&
      (own.every((tree, at) => tree.sql === others[at]?.sql) || hasOnlyMoreColumns(connection, name))
    );
  };
  return [...byTable(connection, 'main')].flatMap(([name, found]) =>
    isUntouched(name, found) ? [name] : [],
  );
}

/** The b-trees of each table: its own and those of its indexes. */
function byTable(connection: Connection, schema: 'main' | 'old'): Map<string, Stored[]> {
  const trees = connection.objects<Stored>(
    `SELECT type, name, tbl_name, rootpage, sql FROM ${schema}.sqlite_schema WHERE rootpage > 0 ORDER BY name`,
  );
  return Map.groupBy(trees, (tree) => tree.tbl_name);
}

function isSameTree(present: Stored, former: Stored | undefined): boolean {
  return (
    former?.type === present.type &&
    former.name === present.name &&
    former.rootpage === present.rootpage &&
    (present.type === 'table' || former.sql === present.sql)
  );
}

/**
 * The table's text differs, but for SQLite all former columns and all indexes are as they were. An expression, in an
 * index or a generated column, may read a new column; it is not looked into.
 */
function hasOnlyMoreColumns(connection: Connection, table: string): boolean {
  const former = describe(connection, table, 'old');
  const present = describe(connection, table, 'main');
  return (
    !present.computes &&
    spelt(former.columns) === spelt(present.columns.slice(0, former.columns.length)) &&
    spelt(former.indexes) === spelt(present.indexes)
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

function spelt(rows: readonly unknown[][]): string {
  return JSON.stringify(rows.map((row) => row.map(String)));
}
