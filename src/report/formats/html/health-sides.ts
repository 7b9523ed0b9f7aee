import type { DatabaseFacts } from '../../../facts/database.ts';
import type { HealthFacts } from '../../../facts/health.ts';
import { whole } from '../../../text/numbers.ts';
import { columnBefore, formerTable } from '../../shared/reading.ts';
import { size, total } from '../../shared/units.ts';
import { el, type Html, table } from './element.ts';

/** The same measurements on both sides, beside each other. */
export function health(facts: DatabaseFacts): Html[] {
  const { before, after } = facts;
  if (before === undefined) return [];
  const sides = after === undefined ? [before] : [before, after];
  const row = (name: string, of: (side: HealthFacts) => string) => [name, ...sides.map(of)];
  const rows = [
    row('integrity_check', ({ integrity }) => integrity.result),
    row('rows without a parent', ({ orphans }) => whole(total(orphans, (key) => key.rows))),
    row('foreign keys that SQLite cannot enforce', ({ mismatches }) => whole(mismatches.length)),
    row('views and triggers that do not compile', ({ broken }) => whole(broken.length)),
    row('search indexes that do not fit their content', ({ searchFailures }) => whole(searchFailures.length)),
    row('tables', ({ tables }) => whole(tables.length)),
    row('rows', ({ tables }) => whole(total(tables, ({ rows: count }) => count))),
    row('indexes', ({ schema }) => whole(schema.indexes.length)),
    row('size', ({ bytes }) => size(bytes)),
    row('user_version', ({ header }) => String(header.userVersion)),
    row('journal mode', ({ header }) => header.journalMode),
  ];
  const heads = sides.length === 2 ? ['before', 'after'] : ['found'];
  const messages = [
    ...new Set(
      sides.flatMap(({ integrity, unchecked }) => [
        ...integrity.messages,
        ...unchecked.map(
          ({ check, table: name, missing }) =>
            `${check}${name === undefined ? '' : ` of ${name}`} not checked: ${missing}`,
        ),
      ]),
    ),
  ];
  const notes = messages.length === 0 ? [] : [el('ul', {}, ...messages.map((text) => el('li', {}, text)))];
  return [table(['check', ...heads], rows), ...notes, ...required(facts)];
}

function required(facts: DatabaseFacts): Html[] {
  const { before, after } = facts;
  const now = (after ?? before)?.required ?? [];
  if (now.length === 0) return [];
  const rows = now.map(({ table: owner, column, nulls }) => {
    const earlier = before?.required.find(
      (one) => one.table === formerTable(facts, owner) && one.column === columnBefore(facts, owner, column),
    );
    return [
      el('code', {}, `${owner}.${column}`),
      earlier === undefined ? '–' : whole(earlier.nulls),
      whole(nulls),
    ];
  });
  return [
    el('h3', {}, 'Columns that must have a value'),
    table(['column', 'NULLs before:', 'NULLs now:'], rows),
  ];
}
