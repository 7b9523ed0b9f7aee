import { quoteName } from '../sql/quote.ts';

/** `a, b and c`; more than `most` are counted instead of named. */
export function list(items: readonly string[], most = 10): string {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The SELECT that lists the rows of a table that meet a condition. */
export function selectWhere(table: string, condition: string): string {
  return `SELECT * FROM ${quoteName(table)} WHERE ${condition};`;
}

/** The SELECT that lists rows which are equal in `columns`, storage class and bytes, and how many there are of each. */
export function selectEqualRows(table: string, columns: readonly string[]): string {
  const names = columns.map(quoteName);
  const exact = names.flatMap((name) => [`typeof(${name})`, `${name} COLLATE BINARY`]);
  return `SELECT ${names.join(', ')}, count(*) FROM ${quoteName(table)} GROUP BY ${exact.join(', ')} HAVING count(*) > 1;`;
}

/** Rows of `child` whose key has a value in every column and no parent; the plus lets the parent's affinity decide. */
export function selectOrphans(
  child: string,
  columns: readonly string[],
  parent: string,
  parentColumns: readonly string[],
): string {
  const known = columns.map((column) => `c.${quoteName(column)} IS NOT NULL`);
  const match = columns.map(
    (column, at) => `p.${quoteName(parentColumns[at] ?? '')} = +c.${quoteName(column)}`,
  );
  return `SELECT c.* FROM ${quoteName(child)} AS c WHERE ${known.join(' AND ')} AND NOT EXISTS (SELECT 1 FROM ${quoteName(parent)} AS p WHERE ${match.join(' AND ')});`;
}
