import type { View } from '../../../../facts/schema.ts';
import { foldName } from '../../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../../sql/tokens.ts';
import type { Side } from '../sides.ts';

/** The text of a view and those of all views that it reads. */
export function viewTexts({ schema, texts }: Side, { name }: View): string[] {
  const found = new Map<string, string>();
  const waiting = [foldName(name)];
  const views = new Set(schema.views.map((view) => foldName(view.name)));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const text = texts.get(next);
    if (text === undefined || found.has(next)) continue;
    found.set(next, text);
    for (const token of meaningfulTokens(text)) {
      const mentioned = token.kind === 'word' || token.kind === 'quoted' ? foldName(nameOf(text, token)) : '';
      if (views.has(mentioned)) waiting.push(mentioned);
    }
  }
  return [...found.values()];
}

/** Whether one of these words stands in the text, as no more than a name or a function. */
export function wordsIn(sql: string, wanted: readonly string[]): boolean {
  return meaningfulTokens(sql).some(
    ({ kind, start, end }) => kind === 'word' && wanted.includes(foldName(sql.slice(start, end))),
  );
}

const VOLATILE = [
  ...['random', 'randomblob', 'changes', 'total_changes', 'last_insert_rowid'],
  ...['current_timestamp', 'current_date', 'current_time'],
];
const CLOCKS = ['date', 'time', 'datetime', 'julianday', 'unixepoch', 'strftime', 'timediff'];

/** Whether it gives other rows each time that it is asked. */
export function differsByPlan(sql: string): boolean {
  if (wordsIn(sql, VOLATILE)) return true;
  const tokens = meaningfulTokens(sql);
  const text = (at: number) => {
    const token = tokens[at];
    return token === undefined ? '' : foldName(sql.slice(token.start, token.end));
  };
  return tokens.some(
    (_, at) =>
      text(at) === "'now'" || (CLOCKS.includes(text(at)) && text(at + 1) === '(' && text(at + 2) === ')'),
  );
}

const ORDERED = [
  ...['limit', 'group_concat', 'string_agg', 'json_group_array', 'json_group_object', 'over'],
  ...['jsonb_group_array', 'jsonb_group_object'],
];

/** Whether what it gives may depend on the order in which SQLite reads the rows: then only their number is compared. */
export function hasOwnOrder(sql: string): boolean {
  return wordsIn(sql, ORDERED);
}

/** One SELECT that gives a row for each that it finds, under the names of the columns themselves. */
export function isPlainSelect(sql: string): boolean {
  if (wordsIn(sql, ['union', 'intersect', 'except', 'distinct', 'true', 'false'])) return false;
  const tokens = meaningfulTokens(sql);
  const as = tokens.findIndex(
    ({ kind, start, end }) => kind === 'word' && foldName(sql.slice(start, end)) === 'as',
  );
  const before = tokens[as - 1];
  // `v(a, b) AS`: the names stand apart from what they name.
  return before !== undefined && sql.slice(before.start, before.end) !== ')';
}
