import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { HealthFacts, RequiredColumn } from '../../../../facts/health.ts';
import { whole } from '../../../../text/numbers.ts';
import { code } from '../../../shared/escape.ts';
import { columnBefore, formerTable } from '../../../shared/reading.ts';
import { total } from '../../../shared/units.ts';
import { CROSS, type Section, TICK, table } from '../parts.ts';

/** Rows without a value that the settings require, and what became of them. */
export function required(facts: DatabaseFacts): Section | undefined {
  const { before, after } = facts;
  const title = 'Rows missing required values';
  if (after === undefined) {
    if (before === undefined || before.required.length === 0) return undefined;
    const rows = before.required.map((entry) => [name(entry), whole(entry.nulls)]);
    return { title: `${title}: ${whole(nulls(before))}`, body: table(['column', 'NULL:'], rows) };
  }
  const rows = [...after.required.map((entry) => line(facts, entry)), ...lostColumns(facts, after)];
  if (rows.length === 0) return undefined;
  return {
    title: `${title}: ${before === undefined ? '' : `${whole(nulls(before))} → `}${whole(nulls(after))}`,
    body: table(['column', 'NULL before:', 'filled:', 'NULL after:', 'what became of them'], rows),
  };
}

function nulls({ required: columns }: HealthFacts): number {
  return total(columns, (column) => column.nulls);
}

function line(facts: DatabaseFacts, { table: owner, column, nulls: left }: RequiredColumn): string[] {
  const earlier = facts.before?.required.find(
    (entry) =>
      entry.table === formerTable(facts, owner) && entry.column === columnBefore(facts, owner, column),
  );
  const compared = facts.changes?.tables.find((entry) => entry.table === owner);
  const filled = compared?.columns.find((entry) => entry.column === column)?.filled ?? 0;
  const became = left > 0 ? `${CROSS} still NULL` : `${TICK} ${resolution(earlier)}`;
  const was = earlier === undefined ? '–' : whole(earlier.nulls);
  return [
    name({ table: owner, column }),
    was,
    earlier === undefined || compared === undefined ? '–' : whole(filled),
    whole(left),
    became,
  ];
}

function resolution(earlier: RequiredColumn | undefined): string {
  if (earlier === undefined) return 'new column, no NULL';
  return earlier.nulls === 0 ? 'none was NULL' : 'none left';
}

/** Required columns that only *before* had. */
function lostColumns(facts: DatabaseFacts, after: HealthFacts): string[][] {
  const known = new Set(
    after.required.map(({ table: owner, column }) =>
      JSON.stringify([formerTable(facts, owner), columnBefore(facts, owner, column)]),
    ),
  );
  return (facts.before?.required ?? [])
    .filter(({ table: owner, column }) => !known.has(JSON.stringify([owner, column])))
    .map((entry) => [name(entry), whole(entry.nulls), '–', '–', `${CROSS} not measured after`]);
}

function name({ table: owner, column }: { table: string; column: string }): string {
  return code(`${owner}.${column}`);
}
