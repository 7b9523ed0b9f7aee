import type { DatabaseFacts } from '../../facts/database.ts';
import type { Orphans } from '../../facts/health.ts';
import { sameName } from '../../sql/quote.ts';
import { nameAfter } from './view.ts';
import { list } from './words.ts';

type OrphanKey = Pick<Orphans, 'table' | 'columns' | 'parent' | 'declared'>;

/** The child's side of a key in words, and that the settings have it where the schema does not declare it. */
export function keyWords({ table, columns, declared }: OrphanKey): string {
  return `${table}(${list(columns)})${declared === false ? ' (checks.references)' : ''}`;
}

/** The same foreign key on both sides, with renamed tables and columns followed. */
export function sameKey(facts: DatabaseFacts, before: OrphanKey, after: OrphanKey): boolean {
  return (
    sameName(nameAfter(facts, before.table), after.table) &&
    sameName(nameAfter(facts, before.parent), after.parent) &&
    before.columns.length === after.columns.length &&
    before.columns.every((column, at) =>
      sameName(columnAfter(facts, after.table, column), after.columns[at] ?? ''),
    )
  );
}

/** Orphans of *after* that had a parent in *before*, or were not there. */
export function introducedOrphans(facts: DatabaseFacts, { introduced, ...after }: Orphans): number {
  if (introduced !== undefined) return introduced;
  const earlier = facts.before?.orphans.find((before) => sameKey(facts, before, after))?.rows ?? 0;
  return Math.max(0, after.rows - earlier);
}

function columnAfter({ changes }: DatabaseFacts, table: string, column: string): string {
  const renames = changes?.renames.filter(({ kind }) => kind === 'column') ?? [];
  return (
    renames.find((rename) => sameName(rename.table, table) && sameName(rename.from, column))?.to ?? column
  );
}
