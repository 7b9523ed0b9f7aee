import type { Table } from '../../facts/schema.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
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
    return watched.map(({ name }, at) => {
      const unique = quoteName(`preflight watched ${at}`);
      connection.exec(`ALTER TABLE ${quoteName(name)} RENAME TO ${unique}`);
      return `${REFERENCE}.${unique}`;
    });
  } finally {
    connection.close();
  }
}

/** The tables in which a virtual table keeps its content; they are renamed with it. */
function shadowTables(connection: Connection, watched: readonly Table[]): { name: string }[] {
  const owners = watched.filter(({ kind }) => kind === 'virtual');
  const shadows = connection.objects<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'",
  );
  return shadows.filter(({ name }) => owners.some((owner) => name.startsWith(`${owner.name}_`)));
}
