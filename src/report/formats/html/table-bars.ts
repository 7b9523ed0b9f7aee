import type { TableChange } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { backfilled, formerTable } from '../../shared/reading.ts';
import { el, type Html, table } from './element.ts';
import type { Paged } from './paged.ts';

/** What happened to the rows of every table: those that changed first, each with its columns. */
export function tableList(facts: DatabaseFacts, id: string): Paged {
  const all = facts.changes?.tables ?? [];
  const weight = ({ added, removed, changed }: TableChange) => removed * 4 + changed * 2 + added;
  const sorted = all.toSorted((left, right) => weight(right) - weight(left));
  const items = sorted.map((one) => item(facts, one));
  return { id, items, first: 30 };
}

function item(facts: DatabaseFacts, change: TableChange): Html {
  const { table: name, before, after, added, removed, changed } = change;
  const former = formerTable(facts, name);
  const filledAnew = backfilled(facts, change).map((column) => ({
    ...column,
    changed: 0,
    nulled: 0,
    retyped: 0,
  }));
  const columns = [...change.columns, ...filledAnew];
  const title = former === name ? name : `${former} → ${name}`;
  const isSame = added + removed + changed + filledAnew.length === 0;
  const what = isSame
    ? 'unchanged'
    : [
        ...(removed > 0 ? [`−${whole(removed)}`] : []),
        ...(added > 0 ? [`+${whole(added)}`] : []),
        ...(changed > 0 ? [`${whole(changed)} changed`] : []),
        ...(filledAnew.length > 0
          ? [counted(filledAnew.length, 'new column filled', 'new columns filled')]
          : []),
      ].join(', ');
  const head = el(
    'span',
    { class: 'table-line' },
    el('code', {}, title),
    el('span', { class: 'n' }, `${whole(before)} → ${counted(after, 'row')}`),
    bar(change),
    el('span', {}, what),
  );
  if (columns.length === 0) return el('li', { class: isSame ? 'same' : '' }, head);
  const rows = columns.map(({ column, filled, changed: other, nulled, retyped }) => [
    el('code', {}, column),
    ...[filled, other, nulled, retyped].map(whole),
  ]);
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el('summary', {}, head),
      table(['column', 'filled:', 'changed:', 'nulled:', 'retyped:'], rows),
    ),
  );
}

/** Rows that stayed, changed, went and came, as parts of all. */
function bar({ before, after, added, removed, changed }: TableChange): Html {
  const all = Math.max(1, before + added);
  const same = Math.max(0, before - removed - changed);
  let x = 0;
  const parts = (
    [
      ['same', same],
      ['changed', changed],
      ['removed', removed],
      ['added', added],
    ] as const
  ).map(([name, rows]) => {
    const width = (rows / all) * 200;
    const part = el('rect', { class: name, x: x.toFixed(2), y: 0, width: width.toFixed(2), height: 12 });
    x += width;
    return part;
  });
  const label = `${whole(same)} the same, ${whole(changed)} changed, ${whole(removed)} removed, ${whole(added)} added; ${whole(after)} now`;
  return el('svg', { class: 'bar', viewBox: '0 0 200 12', role: 'img', 'aria-label': label }, ...parts);
}
