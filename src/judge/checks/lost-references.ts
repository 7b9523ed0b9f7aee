import type { DatabaseFacts } from '../../facts/database.ts';
import type { HealthFacts } from '../../facts/health.ts';
import type { ReferenceCheck } from '../../facts/settings.ts';
import { sameName } from '../../sql/quote.ts';
import { judgedSides, tablesNamed, wasRehearsed } from '../kit/view.ts';
import { list } from '../kit/words.ts';
import type { Evaluated } from './expectations.ts';
import { isKnownColumn, isKnownTable } from './known-names.ts';

type ReferenceKey = Pick<ReferenceCheck, 'table' | 'columns' | 'parent' | 'parentColumns'>;

/**
 * Foreign keys of `checks.references` that could be checked before the migration and cannot be after it, because a
 * table or column went or has another name. One that never existed is a mistake of the settings.
 */
export function lostReferences(facts: DatabaseFacts, references: readonly ReferenceCheck[]): Evaluated[] {
  const { now } = judgedSides(facts);
  if (now === undefined || !wasRehearsed(facts)) return [];
  return references.flatMap((key) => {
    const missing = missingEnds(now, key);
    if (missing.length === 0 || !isKnown(facts, key)) return [];
    const { table, columns, parent, parentColumns } = key;
    const text = `the reference ${table}(${list(columns)}) -> ${parent}(${list(parentColumns)}) can be checked`;
    return [{ text, met: false, found: `no ${list(missing)}`, table, columns }];
  });
}

/** The tables and columns of a key that a side lacks. */
export function missingEnds(
  side: HealthFacts,
  { table, columns, parent, parentColumns }: ReferenceKey,
): string[] {
  return [...missingNames(side, table, columns), ...missingNames(side, parent, parentColumns)];
}

function missingNames({ schema }: HealthFacts, table: string, columns: readonly string[]): string[] {
  const [owner] = tablesNamed(schema.tables, table);
  if (owner === undefined) return [`table ${table}`];
  const missing = columns.filter((column) => !owner.columns.some(({ name }) => sameName(name, column)));
  return missing.map((column) => `column ${table}.${column}`);
}

function isKnown(facts: DatabaseFacts, { table, columns, parent, parentColumns }: ReferenceKey): boolean {
  return (
    isKnownTable(facts, table) &&
    isKnownTable(facts, parent) &&
    columns.every((column) => isKnownColumn(facts, table, column)) &&
    parentColumns.every((column) => isKnownColumn(facts, parent, column))
  );
}
