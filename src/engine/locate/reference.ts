import type { Table } from '../../facts/schema.ts';
import { foldName, quoteName, quoteText } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../sql/tokens.ts';
import { Connection } from '../sqlite/connection.ts';

/** The schema under which the reference copy is attached. */
export const REFERENCE = quoteName('preflight reference');

/**
 * Makes of the copy at `path` a reference: only the watched tables stay, under names that no migration uses, so that a
 * statement which names what is missing in its own database does not find it here instead. A detached database could
 * not be attached again inside the plan's transaction. Renaming costs the same whatever the tables hold; the pages of
 * all else stay where they are and are never read. Gives the qualified name of each table.
 */
export function makeReference(path: string, watched: readonly Table[]): string[] {
  const connection = Connection.undefended(path);
  try {
    // A full auto_vacuum would try to move those pages.
    connection.exec(
      'PRAGMA auto_vacuum=INCREMENTAL; PRAGMA legacy_alter_table=ON; PRAGMA writable_schema=ON',
    );
    const kept = [...watched, ...shadowTables(connection, watched)].map(({ name }) => quoteText(name));
    connection.exec(
      `DELETE FROM sqlite_schema WHERE tbl_name NOT IN (${kept.join(', ')}) OR type NOT IN ('table', 'index')
         OR (type = 'index' AND sql IS NOT NULL);
       PRAGMA writable_schema=RESET;`,
    );
    const others = renameInSchema(connection, watched);
    for (const [table, unique] of others) {
      connection.exec(`ALTER TABLE ${quoteName(table.name)} RENAME TO ${quoteName(unique)}`);
    }
    return watched.map((_, at) => `${REFERENCE}.${quoteName(nameInReference(at))}`);
  } finally {
    connection.close();
  }
}

function nameInReference(at: number): string {
  return `preflight watched ${at}`;
}

interface SchemaRow {
  rowid: number;
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
}

/**
 * Renames in the schema itself: ALTER TABLE reads all other definitions each time, which of thousands of tables takes
 * minutes. Gives those that only ALTER TABLE can rename, with their new names.
 */
function renameInSchema(connection: Connection, watched: readonly Table[]): Map<Table, string> {
  const rest = new Map(watched.map((table, at) => [table, nameInReference(at)] as const));
  const byName = new Map(
    watched.map((table, at) => [foldName(table.name), { table, unique: nameInReference(at) }]),
  );
  const rows = connection.objects<SchemaRow>('SELECT rowid, type, name, tbl_name, sql FROM sqlite_schema');
  const updates = rows.flatMap((row) => {
    const { table, unique } = byName.get(foldName(row.tbl_name)) ?? {};
    const sql = table?.kind === 'table' ? underName(table, unique) : undefined;
    if (table === undefined || unique === undefined || sql === undefined) return [];
    rest.delete(table);
    // An index of a UNIQUE or PRIMARY KEY has no text, and its name holds that of its table.
    const [name, text] =
      row.type === 'table'
        ? [unique, quoteText(sql)]
        : [`${AUTOINDEX}${unique}${row.name.slice(AUTOINDEX.length + row.tbl_name.length)}`, 'NULL'];
    return `UPDATE sqlite_schema SET name = ${quoteText(name)}, tbl_name = ${quoteText(unique)}, sql = ${text} WHERE rowid = ${row.rowid};`;
  });
  connection.exec('PRAGMA writable_schema=ON; BEGIN');
  for (const update of updates) connection.exec(update);
  connection.exec('COMMIT; PRAGMA writable_schema=RESET');
  return rest;
}

const AUTOINDEX = 'sqlite_autoindex_';

/** The definition under another name, which it may use inside too, as `CHECK (t.a > 0)` does. */
function underName({ name, sql }: Table, unique = ''): string | undefined {
  const all = meaningfulTokens(sql);
  const words = all.map((token) => foldName(nameOf(sql, token)));
  // As SQLite itself writes it; a schema that was edited by hand may begin otherwise.
  if (words[0] !== 'create' || words[1] !== 'table' || words[2] !== foldName(name)) return undefined;
  const own = all.filter((_, at) => at === 2 || (at > 2 && words[at] === words[2] && words[at + 1] === '.'));
  const kept = own.map((token, at) => sql.slice(own[at - 1]?.end ?? 0, token.start));
  return [...kept, sql.slice(own.at(-1)?.end)].join(quoteName(unique));
}

/** The tables in which a virtual table keeps its content; they are renamed with it. */
function shadowTables(connection: Connection, watched: readonly Table[]): { name: string }[] {
  const owners = watched.filter(({ kind }) => kind === 'virtual');
  const shadows = connection.objects<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'",
  );
  return shadows.filter(({ name }) => owners.some((owner) => name.startsWith(`${owner.name}_`)));
}
