import Database from 'better-sqlite3';
import type { Tool } from './tool.ts';

/** Everything that can be seen of a database: one line for each object and each row. */
export type State = string[];

/** The end state at `path`, sidecars included. Volatile columns are compared as the tool says. */
export function stateOf(path: string, { volatile, hidden = [] }: Tool): State {
  const db = new Database(path);
  try {
    const all = (sql: string) => db.prepare(sql).raw().all() as [string, string, string | null][];
    const objects = all('SELECT type, name, sql FROM sqlite_schema').filter(
      ([, name]) => !hidden.includes(name),
    );
    const shapes = objects.map(
      ([type, name, sql]) => `${type} ${name}: ${(sql ?? '').replace(/\s+/g, ' ').trim()}`,
    );
    const rows = objects
      .filter(([type]) => type === 'table')
      .flatMap(([, table]) => rowsOf(db, table, volatile, hidden));
    return [...shapes, ...rows, `user_version ${db.pragma('user_version', { simple: true })}`].toSorted();
  } finally {
    db.close();
  }
}

function rowsOf(
  db: Database.Database,
  table: string,
  volatile: Tool['volatile'],
  hidden: readonly string[],
): string[] {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const isOwn = Object.keys(volatile).every((column) => columns.includes(column));
  const compared = columns.filter((column) => !isOwn || volatile[column] !== 'nothing');
  const values = compared.map((column) => {
    const name = `"${column.replaceAll('"', '""')}"`;
    return `'${column}=' || ${isOwn && volatile[column] === 'type' ? `typeof(${name})` : `quote(${name})`}`;
  });
  const query = `SELECT ${values.join(" || ', ' || ")} FROM "${table.replaceAll('"', '""')}"`;
  const rows = db.prepare(query).pluck().all() as string[];
  // The counter of a hidden table would tell of it.
  const shown = rows.filter(
    (row) => table !== 'sqlite_sequence' || !hidden.some((name) => row.includes(`'${name}'`)),
  );
  return shown.map((row) => `row of ${table}: ${row}`);
}

/** What is only on one side. */
export function differences(ours: State, theirs: State): string[] {
  const without = (from: State, others: State) => {
    const left = [...others];
    return from.filter((line) => {
      const at = left.indexOf(line);
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
  };
  return [
    ...without(theirs, ours).map((line) => `only the tool: ${line}`),
    ...without(ours, theirs).map((line) => `only the rehearsal: ${line}`),
  ];
}
