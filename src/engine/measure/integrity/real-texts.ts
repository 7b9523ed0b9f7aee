import type { Column, Schema, Table } from '../../../facts/schema.ts';
import { quoteName, sameName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../../sql/tokens.ts';
import { Reader } from '../../../statements/reader.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';

/*
 * SQLite writes a REAL as a text with 17 digits since 3.53, and with 15 before. A file of an older release in which an
 * index, a CHECK or a generated column rests on such a text is sound there, and looks damaged here.
 */

/** Lines of integrity_check about an index, or a CHECK. */
const ABOUT_INDEX = /^a row missing from index (.+)$/;
const ABOUT_CHECK = /^CHECK constraint failed in (.+)$/;

const TEXT_FUNCTIONS = new Set([
  ...[
    'LENGTH',
    'SUBSTR',
    'SUBSTRING',
    'INSTR',
    'REPLACE',
    'TRIM',
    'LTRIM',
    'RTRIM',
    'UPPER',
    'LOWER',
    'HEX',
    'QUOTE',
  ],
  ...['OCTET_LENGTH', 'UNICODE', 'LIKE', 'GLOB'],
]);

/**
 * The indexes by name, and tables for their CHECK, that integrity_check complains of only because of that: each entry is
 * what one of both ways to write gives, and each row fulfils the CHECK when written the old way.
 */
export function differingRealTexts(
  connection: Connection,
  { tables }: Schema,
  lines: readonly string[],
): string[] {
  const indexes = new Set(lines.flatMap((line) => ABOUT_INDEX.exec(line)?.[1] ?? []));
  const checked = new Set(lines.flatMap((line) => ABOUT_CHECK.exec(line)?.[1] ?? []));
  const holds = (act: () => boolean) => attemptRead([], { check: 'integrity' }, act) === true;
  return [
    ...[...indexes].filter((name) => holds(() => isIndexOfRealTexts(connection, tables, name))),
    ...[...checked].filter((name) => holds(() => isCheckOfRealTexts(connection, tables, name))),
  ];
}

/** The lines that speak of none of them. */
export function withoutRealTexts(lines: readonly string[], known: readonly string[]): string[] {
  return lines.filter((line) => {
    const name = ABOUT_INDEX.exec(line)?.[1] ?? ABOUT_CHECK.exec(line)?.[1];
    return name === undefined || !known.includes(name);
  });
}

function isIndexOfRealTexts(connection: Connection, tables: readonly Table[], name: string): boolean {
  const [index] = connection.objects<{ tbl_name: string; sql: string | null }>(
    "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND name = ?",
    name,
  );
  const table = tables.find((one) => sameName(one.name, index?.tbl_name ?? ''));
  const parts = index?.sql ? partsOf(index.sql) : undefined;
  if (table?.rowid === undefined || parts === undefined) return false;
  const old = parts.map((part) => asBefore(part, table));
  if (old.every((part, at) => part === parts[at])) return false;
  const select = (values: readonly string[], from: string) =>
    `SELECT ${[...values.map((value) => `(${value}) COLLATE BINARY`), table.rowid].join(', ')} FROM ${quoteName(table.name)} ${from}`;
  const rows = `SELECT count(*) FROM ${quoteName(table.name)} NOT INDEXED`;
  const others = `SELECT count(*) FROM (SELECT * FROM (${select(parts, `INDEXED BY ${quoteName(name)}`)})
    EXCEPT ${select(parts, 'NOT INDEXED')} EXCEPT ${select(old, 'NOT INDEXED')})`;
  return (
    connection.number(others) === 0 &&
    connection.number(entriesInPlace(connection, { table, name, parts })) === connection.number(rows)
  );
}

interface ExpressionIndex {
  table: Table;
  name: string;
  parts: readonly string[];
}

/** Counts the rows that have an entry where the order of the index wants it; it is read as it lies, and then sorted. */
function entriesInPlace(connection: Connection, { table, name, parts }: ExpressionIndex): string {
  const keys = connection.objects<{ desc: number; coll: string }>(
    'SELECT "desc", coll FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno',
    name,
  );
  const order = keys.map(
    ({ desc, coll }, at) => `v${at} COLLATE ${quoteName(coll)}${desc === 1 ? ' DESC' : ''}`,
  );
  const values = parts.map((_, at) => `v${at}`).join(', ');
  // A window beside the expressions would compute them anew instead of reading them from the index.
  return `WITH entry(${values}, id) AS MATERIALIZED
      (SELECT ${parts.join(', ')}, ${table.rowid} FROM ${quoteName(table.name)} INDEXED BY ${quoteName(name)}),
    lying AS MATERIALIZED (SELECT *, row_number() OVER () AS place FROM entry)
    SELECT count(DISTINCT id) FROM (SELECT *, row_number() OVER (ORDER BY ${[...order, 'id'].join(', ')}) AS due FROM lying)
    WHERE place = due`;
}

function isCheckOfRealTexts(connection: Connection, tables: readonly Table[], name: string): boolean {
  const table = tables.find((one) => sameName(one.name, name));
  if (table === undefined) return false;
  const old = table.checks.map((check) => asBefore(check, table));
  if (old.every((check, at) => check === table.checks[at])) return false;
  const broken = (checks: readonly string[]) => checks.map((check) => `NOT (${check})`).join(' OR ');
  return connection.number(`SELECT count(*) FROM ${quoteName(table.name)} WHERE ${broken(old)}`) === 0;
}

/** The expressions of CREATE INDEX; `undefined` for a partial one. */
function partsOf(sql: string): string[] | undefined {
  const reader = new Reader(sql);
  reader.items('ON');
  reader.next();
  reader.name();
  if (!reader.accept('(')) return undefined;
  const items = reader.items(')');
  reader.next();
  if (reader.keyword() === 'WHERE') return undefined;
  return items.map((item) => {
    const end = item.findIndex((token) => /^(COLLATE|ASC|DESC)$/i.test(reader.text(token)));
    const [first, last] = [item[0], item.at(end === -1 ? -1 : end - 1)];
    return sql.slice(first?.start, last?.end);
  });
}

/** The expression as an older release evaluates it: where a column is taken as a text, with 15 digits. */
function asBefore(expression: string, table: Table): string {
  const tokens = meaningfulTokens(expression);
  let text = '';
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    const column = columnOf(expression, token, table);
    if (column === undefined || expression.slice(token.end).trimStart().startsWith('(')) continue;
    const value = quoteName(column.name);
    // What is stored was written once, and the index has it from there.
    const replaced =
      column.generated?.stored === false
        ? `(${asBefore(column.generated.expression, table)})`
        : isTakenAsText(expression, tokens, at)
          ? `(CASE typeof(${value}) WHEN 'real' THEN printf('%!.15g', ${value}) ELSE ${value} END)`
          : value;
    text += expression.slice(end, token.start) + replaced;
    end = token.end;
  }
  return end === 0 || text + expression.slice(end) === expression ? expression : text + expression.slice(end);
}

function columnOf(sql: string, token: Token, { columns }: Table): Column | undefined {
  if (token.kind !== 'word' && token.kind !== 'quoted') return undefined;
  const name = nameOf(sql, token);
  return columns.find((column) => sameName(column.name, name));
}

function isTakenAsText(sql: string, tokens: readonly Token[], at: number): boolean {
  const word = (ahead: number) => {
    const token = tokens[at + ahead];
    return token === undefined ? '' : sql.slice(token.start, token.end).toUpperCase();
  };
  if (word(-1) === '||' || word(1) === '||' || word(1) === 'LIKE' || word(1) === 'GLOB') return true;
  if (word(-1) !== '(') return false;
  return TEXT_FUNCTIONS.has(word(-2)) || (word(-2) === 'CAST' && word(1) === 'AS' && word(2) === 'TEXT');
}
