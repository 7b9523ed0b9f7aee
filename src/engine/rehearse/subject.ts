import type { Copies, StatementTarget } from '../../facts/statement.ts';
import { foldName, sameName } from '../../sql/quote.ts';

/** What is counted: the rows of a table, or, where a column is named, only its rows whose value is not `empty`. */
export interface CountedSubject {
  table: string;
  column?: { name: string; empty: string };
}

/**
 * Where the subject is after the statements in `later`. It follows renames, and moves to the table that it was copied to
 * when its own table is dropped, as in a rebuild.
 */
export function subjectAfter(subject: CountedSubject, later: readonly StatementTarget[]): CountedSubject {
  const created = new Map<string, readonly string[]>();
  let current = subject;
  let successor: CountedSubject | undefined;
  for (const named of later) {
    if (named.verb === 'create' && named.columns) created.set(foldName(named.name), named.columns);
    if ('copies' in named && named.copies && sameName(named.copies.table, current.table))
      successor = copyOf(current, named.name, named.copies, created.get(foldName(named.name))) ?? successor;
    if (named.verb === 'drop' && named.kind === 'table' && sameName(named.name, current.table) && successor) {
      current = successor;
      successor = undefined;
    }
    current = renamed(current, named);
    successor &&= renamed(successor, named);
  }
  return current;
}

/** `undefined` where the statement does not copy the column, or its text does not tell to which one. */
function copyOf(
  { column }: CountedSubject,
  table: string,
  { into, from }: Copies,
  columns: readonly string[] | undefined,
): CountedSubject | undefined {
  if (column === undefined) return { table };
  if (from === undefined) return into === undefined ? { table, column } : undefined;
  const at = from.findIndex((name) => name !== null && sameName(name, column.name));
  const name = (into ?? columns)?.[at];
  return name === undefined ? undefined : { table, column: { ...column, name } };
}

function renamed(subject: CountedSubject, named: StatementTarget): CountedSubject {
  const { table, column } = subject;
  if (named.verb === 'rename-table' && sameName(named.name, table)) return { ...subject, table: named.to };
  const isOwn = named.verb === 'rename-column' && sameName(named.table, table);
  if (!isOwn || column === undefined || !sameName(named.name, column.name)) return subject;
  return { table, column: { ...column, name: named.to } };
}
