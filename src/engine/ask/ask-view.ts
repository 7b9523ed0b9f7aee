import type { NameChange, ViewMeaning } from '../../facts/meaning/meaning-facts.ts';
import { quoteName } from '../../sql/quote.ts';
import { textInDoubleQuotes } from '../../sql/quoted-text.ts';
import { type Connection, withConnection } from '../sqlite/connection.ts';
import { sqliteFailure } from '../sqlite/errors.ts';
import { publicMessage } from '../sqlite/message.ts';
import { rowHash } from './row-hash.ts';

/** A view whose rows must be the same on both sides. */
export interface ViewQuestion {
  /** Its names in *after* and in *before*. */
  view: string;
  former: string;
  /** Its columns that are compared, in *before* and in *after*; none: the number of rows alone. */
  columns: [string, string][];
  /** Sums of reals depend on the order in which they are added. */
  rounded: boolean;
  /** What its names are known to mean otherwise, if anything. */
  cause?: NameChange;
  hints: string[];
  /** Made again, and chooses its rows by something new. */
  meant?: true;
}

export interface AskRequest {
  /** Paths of the two sealed copies. */
  before: string;
  after: string;
  question: ViewQuestion;
}

export interface Answer {
  /** What differs; absent where nothing does. */
  meaning?: ViewMeaning;
  /** Why the rows could not be compared. */
  unasked?: string;
}

/** More rows than these are not compared: their number is enough to see what a view gives. */
const MOST_ROWS = 1_000_000;
const TOO_MANY = 'it gives more than a million rows';

/** Reads a view on both sides and compares its rows, in whatever order they come. A view need not end: bound the time. */
export function askView({ before, after, question }: AskRequest): Answer {
  const { view, former, columns, rounded } = question;
  const options = { rounded };
  const then = readRows(
    before,
    former,
    columns.map(([column]) => column),
    options,
  );
  // What did not work before is no measure.
  if ('failure' in then) return told(question);
  if (then.rows > MOST_ROWS) return { ...told(question), unasked: TOO_MANY };
  const now = readRows(
    after,
    view,
    columns.map(([, column]) => column),
    options,
  );
  if ('failure' in now) {
    return { meaning: { view, change: { kind: 'fails', message: now.failure }, hints: question.hints } };
  }
  if (now.rows > MOST_ROWS) return { ...told(question), unasked: TOO_MANY };
  // Where nothing is in it, nothing is proven.
  if (then.rows + now.rows === 0) return told(question);
  const { gone, came } = difference(then, now);
  if (gone + came === 0) return {};
  const { cause, hints, meant } = question;
  const counts = { before: then.rows, after: now.rows, gone, came };
  const change = { kind: 'rows', ...counts, ...(cause && { cause }), ...(meant && { meant }) } as const;
  return { meaning: { view, change, hints } };
}

/** What is known without an answer. */
function told({ view, cause, hints }: ViewQuestion): Answer {
  return cause === undefined ? {} : { meaning: { view, change: cause, hints } };
}

interface Rows {
  rows: number;
  /** How often each row is there, by its hash. */
  seen: Map<number, number>;
}

function readRows(
  path: string,
  view: string,
  columns: readonly string[],
  options: { rounded: boolean },
): Rows | { failure: string } {
  const name = quoteName(view);
  const shown = columns.length === 0 ? '1' : columns.map((column) => `v.${quoteName(column)}`).join(', ');
  const sql = `SELECT ${shown} FROM main.${name} AS v LIMIT ${MOST_ROWS + 1}`;
  const read = (connection: Connection) => countRows(connection, sql, options);
  try {
    return withConnection(path, 'read', read);
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    if (textInDoubleQuotes(failure.message) === undefined) return { failure: publicMessage(failure) };
  }
  try {
    return withConnection(path, 'read', read, 'node:sqlite');
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    return { failure: publicMessage(failure) };
  }
}

function countRows(connection: Connection, sql: string, options: { rounded: boolean }): Rows {
  const seen = new Map<number, number>();
  let rows = 0;
  for (const row of connection.each(sql)) {
    rows += 1;
    const hash = rowHash(row, options);
    seen.set(hash, (seen.get(hash) ?? 0) + 1);
  }
  return { rows, seen };
}

function difference(then: Rows, now: Rows): { gone: number; came: number } {
  let common = 0;
  for (const [hash, count] of then.seen) common += Math.min(count, now.seen.get(hash) ?? 0);
  return { gone: then.rows - common, came: now.rows - common };
}
