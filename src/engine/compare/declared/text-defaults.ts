import type { TextDefault } from '../../../facts/changes.ts';
import type { Column, Table } from '../../../facts/schema.ts';
import type { Expression } from '../../../sql/expression/expression.ts';
import { parseExpression } from '../../../sql/expression/parse.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { Pairing } from '../lineage/pairing.ts';

interface Candidate {
  table: Table;
  column: Column;
  /** Of the column in *before*, where it was there. */
  former?: { table: Table; column: Column };
}

/** Defaults that were an expression and are a text now; and, of columns that are new, texts that spell an expression. */
export function findTextDefaults(context: ComparisonContext, { pairs }: Pairing): TextDefault[] {
  const pairOf = new Map(pairs.map((pair) => [pair.after, pair]));
  const candidates = context.after.tables.flatMap((table): Candidate[] => {
    const pair = pairOf.get(table);
    return table.columns.flatMap((column): Candidate[] => {
      const before = pair?.columns.find(({ after }) => after === column)?.before;
      const former = pair && before && { former: { table: pair.before, column: before } };
      const became =
        isText(column) && (before === undefined ? spellsExpression(column) : lostMeaning(before, column));
      return became ? [{ table, column, ...former }] : [];
    });
  });
  return candidates.map((candidate) => measured(context, candidate));
}

function measured(
  { connection, unchecked }: ComparisonContext,
  { table, column, former }: Candidate,
): TextDefault {
  const text = column.default ?? '';
  const count = (schema: 'main' | 'old', owner: Table, { name }: Column) => {
    const value = `t.${quoteName(name)}`;
    const isText = `typeof(${value}) = 'text' AND ${value} COLLATE BINARY = ${text}`;
    return connection.number(`SELECT count(*) FROM ${schema}.${quoteName(owner.name)} AS t WHERE ${isText}`);
  };
  const rows = attemptRead(unchecked, { check: 'content', table: table.name }, () => {
    const earlier = former === undefined ? 0 : count('old', former.table, former.column);
    return Math.max(0, count('main', table, column) - earlier);
  });
  const expression = former?.column.default;
  return {
    table: table.name,
    column: column.name,
    default: text,
    ...(expression !== undefined && expression !== text && { former: expression }),
    rows: rows ?? 0,
  };
}

function isText({ default: text = '' }: Column): boolean {
  return text.startsWith("'");
}

/** What SQLite asked anew for each row, or took for a value of its own, is the same text for all of them now. */
function lostMeaning(before: Column, after: Column): boolean {
  const { default: former = 'null' } = before;
  if (former === after.default) return false;
  if (spellsExpression(after)) return true;
  if (isText(before)) return false;
  const parsed = parseExpression(former);
  const isSameWord = /^(null|true|false)$/.test(former) && foldName(contentOf(after)) === former;
  return parsed === undefined || asks(parsed, () => true) || isSameWord;
}

function spellsExpression(column: Column): boolean {
  const content = contentOf(column);
  if (content === 'NULL') return true;
  const parsed = parseExpression(content);
  return parsed !== undefined && asks(parsed, (name, count) => count === 0 || KNOWN.has(name));
}

/** A keyword of the time, or a call of a function that `isFunction`, stands somewhere in it. */
function asks(
  { op, text = '', of }: Expression,
  isFunction: (name: string, count: number) => boolean,
): boolean {
  if (op === 'literal') return text.startsWith('current_');
  if (op === 'call' && isFunction(text, of.length)) return true;
  return of.some((operand) => asks(operand, isFunction));
}

function contentOf({ default: text = '' }: Column): string {
  return text.slice(1, -1).replaceAll("''", "'");
}

/** What is written in defaults, here or under another database. */
const KNOWN = new Set([
  ...['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff', 'now', 'getdate'],
  ...['random', 'randomblob', 'hex', 'lower', 'upper', 'abs', 'printf', 'format', 'cast', 'uuid'],
  ...['json', 'jsonb', 'json_array', 'json_object', 'nextval', 'to_timestamp', 'extract'],
]);
