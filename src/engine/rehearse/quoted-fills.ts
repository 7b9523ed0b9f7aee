import type { QuotedFill, StatementFacts } from '../../facts/rehearsal/rehearsal.ts';
import { quoteName } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../sql/tokens.ts';
import { type Fill, fillsOf } from '../../statements/fills.ts';
import type { Connection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';

/** Far more than anybody writes by hand. */
const LONGEST = 100_000;
const MOST_TEXTS = 50;

/**
 * Which columns a statement that has just run filled with text in double quotes, because no column has that name. Such a
 * statement does not compile any more when the text stands in backticks, which enclose nothing but names. Only compiles
 * and selects, on a connection whose driver takes such texts.
 */
export function quotedFills(
  connection: Connection,
  sql: string,
  at: number,
  facts: StatementFacts,
): QuotedFill[] {
  const { status, rows = 0 } = facts;
  if (status !== 'done' || rows === 0 || sql.length > LONGEST || !sql.includes('"')) return [];
  const filled = fillsOf(sql);
  if (filled === undefined) return [];
  const quoted = meaningfulTokens(sql).filter(({ kind, start }) => kind === 'quoted' && sql[start] === '"');
  const byText = Map.groupBy(quoted, ({ start, end }) => sql.slice(start, end));
  const texts = [...byText].slice(0, MOST_TEXTS).filter(([, tokens]) => isText(connection, sql, tokens));
  return texts.flatMap(([text, tokens]) => {
    const own = filled.fills.filter(({ value }) =>
      value.some(({ start }) => tokens.some((one) => one.start === start)),
    );
    return own.map((fill) => ({
      statement: at,
      table: filled.table,
      column: columnOf(connection, filled.table, fill),
      text,
      rows,
      isWhole: rows >= connection.number(`SELECT count(*) FROM ${quoteName(filled.table)}`),
    }));
  });
}

function isText(connection: Connection, sql: string, tokens: readonly Token[]): boolean {
  let named = '';
  let end = 0;
  for (const token of tokens) {
    const name = nameOf(sql, token).replaceAll('`', '``');
    named += `${sql.slice(end, token.start)}\`${name}\``;
    end = token.end;
  }
  try {
    connection.compile(named + sql.slice(end));
    return false;
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    return failure.message.startsWith('no such column: ');
  }
}

function columnOf(connection: Connection, table: string, { column }: Fill): string {
  if (typeof column === 'string') return column;
  const columns = connection.objects<{ name: string }>(
    'SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid',
    table,
  );
  return columns[column]?.name ?? '';
}
