import type { Table } from '../../../facts/schema.ts';
import { canonical } from '../../../sql/canonical.ts';
import { quoteName, sameName, sameNames } from '../../../sql/quote.ts';
import { selectEqual } from './ddl-violations.ts';
import { INCOMING, type Incoming, incomingOf, tableAfter } from './incoming.ts';
import type { Stopped, Suspicion } from './stopped.ts';

/** Rows that an INSERT or UPDATE would write and that a constraint of its table does not let in. */
export function brokenByRows(stopped: Stopped): Suspicion[] {
  const incoming = incomingOf(stopped);
  if (incoming === undefined) return [];
  const { message, code } = stopped.failure;
  const columns = columnsIn(message, incoming.target);
  const subject = { table: incoming.target.name, keyOf: incoming.target.name };
  const listed = (where: string) => `${incoming.lead} SELECT * FROM ${INCOMING} WHERE ${where}`;
  if (code === 'SQLITE_MISMATCH') {
    const { rowidAlias } = incoming.target;
    if (rowidAlias === undefined) return [];
    const query = listed(`${quoteName(rowidAlias)} IS NOT NULL AND NOT (${fits(rowidAlias, 'INTEGER')})`);
    return [{ constraint: 'datatype', ...subject, columns: [rowidAlias], query }];
  }
  if (message.startsWith('NOT NULL')) {
    const [column = ''] = columns;
    const isGiven = incoming.columns.some((name) => sameName(name, column));
    const where = isGiven ? `${quoteName(column)} IS NULL` : 'true';
    return column === '' ? [] : [{ constraint: 'NOT NULL', ...subject, columns, query: listed(where) }];
  }
  if (message.startsWith('CHECK')) {
    return checksMeant(message, incoming.target).map((check) => ({
      constraint: 'CHECK' as const,
      ...subject,
      columns: [],
      query: listed(`NOT (${check})`),
    }));
  }
  if (message.startsWith('UNIQUE'))
    return notUnique(incoming, columns).map((one) => ({ ...one, ...subject }));
  const [, type = '', column = ''] =
    /^cannot store \S+ value in (\S+) column (?:.*\.)?(.+)$/.exec(message) ?? [];
  if (column === '') return [];
  const query = listed(`${quoteName(column)} IS NOT NULL AND NOT (${fits(column, type)})`);
  return [{ constraint: 'datatype', ...subject, columns: [column], query }];
}

/** `t.a, t.b` behind the colon, where they are columns of the table. */
function columnsIn(message: string, { name: table, columns }: Table): string[] {
  const names = message.slice(message.indexOf(': ') + 2);
  const found = columns.filter(({ name }) => names.split(', ').includes(`${table}.${name}`));
  return found.map(({ name }) => name);
}

function notUnique(incoming: Incoming, columns: readonly string[]): Omit<Suspicion, 'table' | 'keyOf'>[] {
  const { target, lead } = incoming;
  if (columns.length === 0) return [];
  const key = target.keys.find((one) => sameNames(one.columns, columns));
  const items = columns.map((column) => {
    const at = key?.columns.findIndex((name) => sameName(name, column)) ?? -1;
    const collation = key?.collations[at] ?? 'BINARY';
    return `${quoteName(column)}${collation === 'BINARY' ? '' : ` COLLATE ${quoteName(collation)}`}`;
  });
  const subject = { constraint: 'UNIQUE' as const, columns: [...columns] };
  const after = tableAfter(incoming);
  if (after !== undefined) return [{ ...subject, query: `${after} ${selectEqual(INCOMING, items)}` }];
  const taken = columns.map((column, at) => `t.${quoteName(column)} = ${INCOMING}.${items[at]}`);
  const there = `EXISTS (SELECT 1 FROM ${quoteName(target.name)} AS t WHERE ${taken.join(' AND ')})`;
  // Of an UPDATE with FROM it is not known which rows are written over.
  const others =
    incoming.parts.verb === 'insert'
      ? [{ ...subject, query: `${lead} SELECT * FROM ${INCOMING} WHERE ${there}` }]
      : [];
  return [{ ...subject, query: `${lead} ${selectEqual(INCOMING, items)}` }, ...others];
}

/** The CHECK that SQLite names by its text, or by the name that it has; else all of the table. */
function checksMeant(message: string, { checks, sql }: Table): string[] {
  const said = message.slice(message.indexOf(': ') + 2);
  const named = checks.filter((check) => canonical(said) === check);
  if (named.length > 0) return named;
  const text = canonical(sql);
  const at = text.indexOf(`constraint ${canonical(said)} check`);
  const behind = (check: string) => text.indexOf(check, at);
  const own = at === -1 ? [] : checks.filter((check) => behind(check) !== -1);
  const first = own.toSorted((left, right) => behind(left) - behind(right));
  return first.length > 0 ? first : checks;
}

/** Whether a column takes the value as it is, or makes of it what it takes (sqlite.org/stricttables.html). */
function fits(column: string, type: string): string {
  const value = quoteName(column);
  const number = `typeof(${value}) IN ('integer', 'real') OR (typeof(${value}) = 'text' AND CAST(CAST(${value} AS NUMERIC) AS TEXT) = trim(${value}))`;
  switch (type.toUpperCase()) {
    case 'INTEGER':
    case 'INT':
      return `(${number}) AND CAST(${value} AS NUMERIC) = CAST(${value} AS INTEGER)`;
    case 'REAL':
      return number;
    case 'TEXT':
      return `typeof(${value}) <> 'blob'`;
    case 'BLOB':
      return `typeof(${value}) = 'blob'`;
    default:
      return 'true';
  }
}
