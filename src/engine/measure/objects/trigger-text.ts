import { quoteName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../../sql/tokens.ts';

const EVENTS = ['insert', 'update', 'delete'] as const;

export interface TriggerText {
  name: string;
  table: string;
  event: (typeof EVENTS)[number];
  /** Everything behind the table's name: FOR EACH ROW, WHEN, BEGIN to END. */
  action: string;
}

/** Reads a CREATE TRIGGER as SQLite stores it (sqlite.org/lang_createtrigger.html). */
export function readTrigger(name: string, sql: string): TriggerText | undefined {
  const tokens = meaningfulTokens(sql);
  // None of these words can be a name without quotes, so that the first one is the event.
  const [event] = tokens.flatMap((token) => EVENTS.find((name) => name === word(sql, token)) ?? []);
  const on = tokens.findIndex((token) => word(sql, token) === 'on');
  const dotted = tokens[on + 2];
  const at = dotted !== undefined && sql.slice(dotted.start, dotted.end) === '.' ? on + 3 : on + 1;
  const table = tokens[at];
  if (event === undefined || on === -1 || table === undefined) return undefined;
  return {
    name,
    table: nameOf(sql, table),
    event,
    action: sql.slice(table.end),
  };
}

/** A statement on `table` (quoted) that fires every trigger of the event; UPDATE names all of `columns`. */
export function firingStatement(
  event: TriggerText['event'],
  table: string,
  columns: readonly string[],
): string {
  if (event === 'insert') return `INSERT INTO ${table} DEFAULT VALUES`;
  if (event === 'delete') return `DELETE FROM ${table}`;
  const assignments = columns.map((column) => `${quoteName(column)} = ${quoteName(column)}`);
  return `UPDATE ${table} SET ${assignments.join(', ')}`;
}

function word(sql: string, { kind, start, end }: Token): string {
  return kind === 'word' ? sql.slice(start, end).toLowerCase() : '';
}
