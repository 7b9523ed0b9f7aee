import { foldName } from '../../../../sql/quote.ts';
import { type Clause, canonicalOf, nameAt, splitAt, textAt, wordsOf } from './trigger-parts.ts';

/** What one statement in a trigger writes, as far as its text tells. */
export interface Write {
  verb: 'insert' | 'update' | 'delete';
  /** Folded. */
  table: string;
  /** By folded column, or by position where no list names them (`#1`): the expression in canonical spelling. */
  values: ReadonlyMap<string, string>;
  /** From WHERE on, in canonical spelling. */
  where: string;
  /** OR IGNORE, OR REPLACE or ON CONFLICT: done twice it may be done once. */
  yields: boolean;
  /** An INSERT without a list of columns. */
  positional: boolean;
}

/** `undefined` for a SELECT, and where the statement begins with WITH. */
export function readWrite(clause: Clause): Write | undefined {
  const words = wordsOf(clause);
  const [first = ''] = words;
  const or = words[1] === 'or' ? 2 : 0;
  const yields = (or > 0 && words[2] !== 'abort') || words.includes('conflict') || first === 'replace';
  if (first === 'update') return readUpdate(clause, words, { at: 1 + or, yields });
  if (first === 'delete') {
    const where = words.indexOf('where');
    const rest = where === -1 ? '' : canonicalOf(from(clause, where));
    return { ...bare('delete', nameAt(clause, 2)), where: rest };
  }
  if (first !== 'insert' && first !== 'replace') return undefined;
  return readInsert(clause, words, { at: 1 + or, yields });
}

function bare(verb: Write['verb'], table: string): Write {
  return { verb, table: foldName(table), values: new Map(), where: '', yields: false, positional: false };
}

function readUpdate(clause: Clause, words: string[], { at, yields }: { at: number; yields: boolean }): Write {
  const set = words.indexOf('set');
  const stop = topLevel(clause, words, set + 1, ['where', 'from']);
  const where = topLevel(clause, words, set + 1, ['where']);
  const assignments = splitAt({ ...clause, tokens: clause.tokens.slice(set + 1, stop) }, ',');
  const values = assignments.map((assignment): [string, string] => {
    const equals = assignment.tokens.findIndex((_, position) => textAt(assignment, position) === '=');
    const target = { ...assignment, tokens: assignment.tokens.slice(0, equals) };
    return [canonicalOf(target), canonicalOf(from(assignment, equals + 1))];
  });
  return {
    ...bare('update', nameAt(clause, at)),
    values: new Map(values),
    where: where >= words.length ? '' : canonicalOf(from(clause, where)),
    yields,
  };
}

function readInsert(clause: Clause, words: string[], { at, yields }: { at: number; yields: boolean }): Write {
  const name = words[at] === 'into' ? at + 1 : at;
  const open = words[name + 1] === 'as' ? name + 3 : name + 1;
  const listed = textAt(clause, open) === '(';
  const close = listed ? closing(clause, open) : open - 1;
  const columns = listed
    ? splitAt(inside(clause, open, close), ',').map((one) => foldName(nameAt(one, 0)))
    : [];
  const source = close + 1;
  const stop = topLevel(clause, words, source, ['from', 'where', 'on', 'returning', 'order', 'limit']);
  const list =
    words[source] === 'values'
      ? inside(clause, source + 1, closing(clause, source + 1))
      : { ...clause, tokens: clause.tokens.slice(source + 1, stop) };
  const expressions = splitAt(list, ',').map(canonicalOf);
  const values = expressions.map((text, place): [string, string] => [
    columns[place] ?? `#${place + 1}`,
    text,
  ]);
  const rest = words[source] === 'values' ? '' : canonicalOf(from(clause, stop));
  return {
    ...bare('insert', nameAt(clause, name)),
    values: new Map(values),
    where: rest,
    yields,
    positional: !listed && words[source] !== 'default',
  };
}

function from(clause: Clause, at: number): Clause {
  return { ...clause, tokens: clause.tokens.slice(at) };
}

function inside(clause: Clause, open: number, close: number): Clause {
  return { ...clause, tokens: clause.tokens.slice(open + 1, close) };
}

/** Position of the parenthesis that closes the one at `open`. */
function closing(clause: Clause, open: number): number {
  let depth = 0;
  for (let at = open; at < clause.tokens.length; at += 1) {
    const text = textAt(clause, at);
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return clause.tokens.length;
}

/** Position of the first of these words outside parentheses; the end where there is none. */
function topLevel(clause: Clause, words: string[], start: number, wanted: readonly string[]): number {
  let depth = 0;
  for (let at = start; at < words.length; at += 1) {
    const text = textAt(clause, at);
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0 && wanted.includes(words[at] ?? '')) return at;
  }
  return words.length;
}
