import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Table } from '../../../facts/schema.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { visible } from '../../../text/visible.ts';
import { el, type Html } from './element.ts';

/** More would be no picture any more. */
const MOST_TABLES = 24;
const MOST_COLUMNS = 10;
const [WIDTH, LINE, GAP] = [190, 16, 50] as const;

interface Box {
  table: Table;
  state: 'added' | 'removed' | 'changed' | 'same';
  columns: { text: string; state: string }[];
  x: number;
  y: number;
  height: number;
}

/** The tables that the migration changed, with their neighbours, and the foreign keys between them. */
export function diagram(facts: DatabaseFacts): Html | undefined {
  const boxes = placed(boxesOf(facts));
  if (boxes.length === 0) return undefined;
  const byName = new Map(boxes.map((box) => [foldName(box.table.name), box]));
  const edges = boxes.flatMap((box) =>
    box.table.foreignKeys.flatMap(({ parent }) => {
      const target = byName.get(foldName(parent));
      return target === undefined || target === box ? [] : [edge(box, target)];
    }),
  );
  const width = Math.max(...boxes.map(({ x }) => x + WIDTH)) + 4;
  const height = Math.max(...boxes.map(({ y, height: own }) => y + own)) + 4;
  const label = `Tables: ${boxes.map(({ table, state }) => `${table.name} (${state})`).join(', ')}`;
  return el(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Diagram of the tables' },
    el(
      'svg',
      {
        class: 'diagram',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        'aria-label': label,
      },
      ...edges,
      ...boxes.map(drawn),
    ),
  );
}

function boxesOf({ before, after, changes }: DatabaseFacts): Omit<Box, 'x' | 'y'>[] {
  if (before === undefined || after === undefined || changes === undefined) return [];
  const touched = new Set(
    changes.objects
      .flatMap(({ kind, name, table, change }) =>
        kind === 'table' && change !== 'removed' ? [name] : (table ?? []),
      )
      .map(foldName),
  );
  for (const { table, added, removed, changed } of changes.tables) {
    if (added + removed + changed > 0) touched.add(foldName(table));
  }
  const gone = before.schema.tables.filter(({ name }) =>
    changes.objects.some(
      (one) => one.kind === 'table' && one.change === 'removed' && sameName(one.name, name),
    ),
  );
  const isTouched = ({ name }: Table) => touched.has(foldName(name));
  const isNeighbour = (table: Table) =>
    table.foreignKeys.some(({ parent }) => touched.has(foldName(parent))) ||
    after.schema.tables.some(
      (other) => isTouched(other) && other.foreignKeys.some(({ parent }) => sameName(parent, table.name)),
    );
  const shown = after.schema.tables.filter((table) => isTouched(table) || isNeighbour(table));
  const stateOf = (table: Table) => {
    if (
      changes.objects.some(
        (one) => one.kind === 'table' && one.change === 'added' && sameName(one.name, table.name),
      )
    )
      return 'added';
    return isTouched(table) ? 'changed' : 'same';
  };
  return [
    ...gone.map((table) => box(table, 'removed', [])),
    ...shown
      .toSorted((left, right) => Number(isTouched(right)) - Number(isTouched(left)))
      .map((table) => box(table, stateOf(table), changes.objects)),
  ].slice(0, MOST_TABLES);
}

function box(
  table: Table,
  state: Box['state'],
  objects: NonNullable<DatabaseFacts['changes']>['objects'],
): Omit<Box, 'x' | 'y'> {
  const own = objects.filter(
    (one) => one.kind === 'column' && one.table !== undefined && sameName(one.table, table.name),
  );
  const columns = [
    ...table.columns.map(({ name, type }) => ({
      text: `${name} ${type}`,
      state: own.find((one) => sameName(one.name, name))?.change ?? 'same',
    })),
    ...own.filter(({ change }) => change === 'removed').map(({ name }) => ({ text: name, state: 'removed' })),
  ].toSorted((left, right) => Number(right.state !== 'same') - Number(left.state !== 'same'));
  const shown = columns.slice(0, MOST_COLUMNS);
  const rest = columns.length - shown.length;
  const all = rest > 0 ? [...shown, { text: `… ${rest} more`, state: 'same' }] : shown;
  return { table, state, columns: all, height: (all.length + 1) * LINE + 12 };
}

/** In rows, as wide as high. */
function placed(boxes: readonly Omit<Box, 'x' | 'y'>[]): Box[] {
  const inRow = Math.max(1, Math.min(4, Math.ceil(Math.sqrt(boxes.length))));
  const found: Box[] = [];
  let y = 4;
  for (let at = 0; at < boxes.length; at += inRow) {
    const row = boxes.slice(at, at + inRow);
    for (const [column, one] of row.entries()) found.push({ ...one, x: 4 + column * (WIDTH + GAP), y });
    y += Math.max(...row.map(({ height }) => height)) + GAP;
  }
  return found;
}

function edge(from: Box, to: Box): Html {
  const centre = ({ x, y, height }: Box) => [x + WIDTH / 2, y + height / 2] as const;
  const [[x1, y1], [x2, y2]] = [centre(from), centre(to)];
  return el('line', { class: 'edge', x1, y1, x2, y2 });
}

const MARKS: Readonly<Record<string, string>> = {
  added: '+',
  removed: '−',
  changed: '~',
  renamed: '~',
  same: '',
};

function drawn({ table, state, columns, x, y, height }: Box): Html {
  const short = (text: string) => (visible(text).length > 24 ? `${visible(text).slice(0, 23)}…` : text);
  const line = (text: string, name: string, at: number) =>
    el('text', { class: name, x: x + 8, y: y + 16 + at * LINE }, short(text));
  return el(
    'g',
    {},
    el('rect', { class: `box ${state}`, x, y, width: WIDTH, height, rx: 4 }),
    line(`${MARKS[state] ?? ''} ${table.name}`.trim(), 'name', 0),
    ...columns.map(({ text, state: own }, at) => line(`${MARKS[own] ?? ''} ${text}`.trim(), own, at + 1)),
  );
}
