import type { DatabaseFacts } from '../../facts/database.ts';
import type { HealthFacts } from '../../facts/health.ts';
import { code, words } from '../escape.ts';
import { whole } from '../numbers.ts';
import { bullets, type Section, table } from './parts.ts';

/** Integrity, orphans, required values and row counts, before -> after. */
export function health({ before, after }: DatabaseFacts): Section | undefined {
  if (before === undefined) return undefined;
  const parts = [
    table(after === undefined ? ['check', 'found'] : ['check', 'before', 'after'], checks(before, after)),
    rows(before, after),
    ...damage(before, after),
    ...degraded(before, after),
  ];
  return { title: after === undefined ? 'Health' : 'Health before → after', body: parts.join('\n\n') };
}

function checks(before: HealthFacts, after: HealthFacts | undefined): string[][] {
  const sides = after === undefined ? [before] : [before, after];
  const line = (name: string, of: (side: HealthFacts) => string) => [name, ...sides.map(of)];
  const keys = new Map(
    sides
      .flatMap((side) => side.orphans)
      .map((entry) => [`${entry.table}(${entry.columns.join(', ')}) → ${entry.parent}`, entry]),
  );
  const required = new Map(
    sides.flatMap((side) => side.required).map((entry) => [`${entry.table}.${entry.column}`, entry]),
  );
  return [
    line(
      'integrity_check',
      ({ integrity }) => `${integrity.result === 'ok' ? '✅' : '❌'} ${integrity.result}`,
    ),
    line('orphans', ({ orphans }) => ticked(orphans.reduce((sum, entry) => sum + entry.rows, 0))),
    ...[...keys].map(([name, key]) =>
      line(`orphans of ${code(name)}`, ({ orphans }) =>
        ticked(
          orphans.find(
            (entry) =>
              entry.table === key.table &&
              entry.columns.join() === key.columns.join() &&
              entry.parent === key.parent,
          )?.rows ?? 0,
        ),
      ),
    ),
    line('foreign keys that cannot be enforced', ({ mismatches }) => ticked(mismatches.length)),
    ...[...required].map(([name, entry]) =>
      line(`NULLs in ${code(name)}`, (side) => {
        const measured = side.required.find(
          (other) => other.table === entry.table && other.column === entry.column,
        );
        return measured === undefined
          ? 'no such column'
          : side === before && after !== undefined
            ? whole(measured.nulls)
            : ticked(measured.nulls);
      }),
    ),
  ];
}

function ticked(found: number): string {
  return `${found === 0 ? '✅' : '❌'} ${whole(found)}`;
}

function rows(before: HealthFacts, after: HealthFacts | undefined): string {
  if (after === undefined) {
    return table(
      ['table', 'rows:'],
      before.tables.map((entry) => [code(entry.table), whole(entry.rows)]),
    );
  }
  const later = new Map(after.tables.map((entry) => [entry.table, entry.rows]));
  const earlier = new Map(before.tables.map((entry) => [entry.table, entry.rows]));
  const names = [...new Set([...earlier.keys(), ...later.keys()])];
  const cell = (count: number | undefined) => (count === undefined ? '–' : whole(count));
  return table(
    ['table', 'rows before:', 'rows after:'],
    names.map((name) => [code(name), cell(earlier.get(name)), cell(later.get(name))]),
  );
}

function damage(before: HealthFacts, after: HealthFacts | undefined): string[] {
  const messages = [...before.integrity.messages, ...(after?.integrity.messages ?? [])];
  return messages.length === 0 ? [] : [bullets([...new Set(messages)].map(words))];
}

function degraded(before: HealthFacts, after: HealthFacts | undefined): string[] {
  const notes = [...before.degraded, ...(after?.degraded ?? [])].map(
    ({ check, table: owner, missing }) =>
      `${check}${owner === undefined ? '' : ` of ${code(owner)}`} not checked: ${words(missing)}`,
  );
  return notes.length === 0 ? [] : [bullets([...new Set(notes)])];
}
