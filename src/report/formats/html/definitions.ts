import { diffLines } from 'diff';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Schema } from '../../../facts/schema.ts';
import { foldName } from '../../../sql/quote.ts';
import { meaningfulTokens } from '../../../sql/tokens.ts';
import { counted } from '../../../text/numbers.ts';
import { el, type Html } from './element.ts';
import type { Paged } from './paged.ts';
import { sqlText } from './sql-text.ts';

interface Definition {
  kind: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  sql: string;
}

interface Pair {
  before?: Definition;
  after?: Definition;
}

/** Text longer than this is not compared line by line. */
const LONGEST = 20_000;

/** Every object whose definition differs, both side by side. */
export function schemaList({ before, after, changes }: DatabaseFacts, id: string): Paged {
  if (before === undefined || after === undefined) return { id, items: [], first: 20 };
  const renamed = new Map(
    changes?.renames
      .filter(({ kind }) => kind === 'table')
      .map(({ from, to }) => [foldName(from), foldName(to)] as const),
  );
  const pairs = new Map<string, Pair>();
  for (const definition of definitionsOf(before.schema)) {
    const name = foldName(definition.name);
    pairs.set(`${definition.kind} ${renamed.get(name) ?? name}`, { before: definition });
  }
  for (const definition of definitionsOf(after.schema)) {
    const key = `${definition.kind} ${foldName(definition.name)}`;
    pairs.set(key, { ...pairs.get(key), after: definition });
  }
  const items = [...pairs.values()].filter((pair) => pair.before?.sql !== pair.after?.sql).map(item);
  return { id, items, first: 20 };
}

function definitionsOf({ tables, indexes, triggers, views }: Schema): Definition[] {
  return [
    ...tables.map(({ name, sql }) => ({ kind: 'table' as const, name, sql })),
    ...indexes.map(({ name, definition }) => ({ kind: 'index' as const, name, sql: definition })),
    ...triggers.map(({ name, definition }) => ({ kind: 'trigger' as const, name, sql: definition })),
    ...views.map(({ name, definition }) => ({ kind: 'view' as const, name, sql: definition })),
  ];
}

function item({ before, after }: Pair): Html {
  const { kind, name } = (after ?? before) as Definition;
  const what = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const [left, right] = sides(inLines(before?.sql ?? ''), inLines(after?.sql ?? ''));
  return el(
    'li',
    {},
    el(
      'details',
      { open: what === 'changed' },
      el('summary', {}, el('span', { class: `badge ${what}` }, what), ` ${kind} `, el('code', {}, name)),
      el('div', { class: 'sides' }, side('Before', left), side('After', right)),
    ),
  );
}

interface Line {
  text: string;
  change?: 'removed' | 'added';
}

function side(title: string, lines: readonly Line[]): Html {
  const shown = lines.map(({ text, change }) =>
    el('span', { class: change === undefined ? 'line' : `line ${change}` }, ...sqlText(text)),
  );
  const body =
    lines.length === 0
      ? el('p', { class: 'note' }, 'It is not there.')
      : el('pre', { tabindex: 0, 'aria-label': title }, el('code', {}, ...shown));
  return el('div', {}, el('h3', {}, title), body);
}

function sides(before: string, after: string): [Line[], Line[]] {
  const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  if (before.length + after.length > LONGEST) {
    return [linesOf(before).map((text) => ({ text })), linesOf(after).map((text) => ({ text }))];
  }
  const left: Line[] = [];
  const right: Line[] = [];
  for (const { value, added, removed } of diffLines(before, after)) {
    for (const text of linesOf(value)) {
      if (added) right.push({ text, change: 'added' });
      else if (removed) left.push({ text, change: 'removed' });
      else {
        left.push({ text });
        right.push({ text });
      }
    }
  }
  return [left, right];
}

/** A definition on one line is broken at its columns, so that a difference can be seen. */
function inLines(sql: string): string {
  const end = (text: string) => (text === '' ? '' : `${text}\n`);
  if (sql.includes('\n')) return end(sql.replaceAll('\r', ''));
  let depth = 0;
  let [text, from] = ['', 0];
  for (const { start, end: stop } of meaningfulTokens(sql)) {
    const sign = sql.slice(start, stop);
    if (sign === ')') depth -= 1;
    const breaks = depth === 0 && sign === ')' && text !== '';
    if (breaks) [text, from] = [`${text}${sql.slice(from, start).trimEnd()}\n`, start];
    if (sign === '(') depth += 1;
    if (depth === 1 && (sign === ',' || sign === '(')) {
      [text, from] = [`${text}${sql.slice(from, stop).trim()}\n  `, stop];
    }
  }
  return end(`${text}${sql.slice(from).trim()}`);
}

export function schemaNote({ items }: Paged): string {
  return items.length === 0
    ? 'No definition differs.'
    : `${counted(items.length, 'definition')} differ${items.length === 1 ? 's' : ''}.`;
}
