import type { DatabaseFacts } from '../../facts/database.ts';
import type { HealthFacts, RowCount } from '../../facts/health.ts';
import type { Index } from '../../facts/schema.ts';
import type { Count, Expectations } from '../../facts/settings.ts';
import { byName, once } from '../../sql/by-name.ts';
import { sameName } from '../../sql/quote.ts';
import { counted, whole } from '../../text/numbers.ts';
import { judgedSides, tablesNamed, wasRehearsed } from '../kit/view.ts';
import { isKnownTable } from './known-names.ts';
import { likePattern, likeText } from './like.ts';

/** One expectation of the settings, held against what was measured. */
export interface Evaluated {
  /** What was expected, in words. */
  text: string;
  met: boolean;
  /** What was found instead. */
  found: string;
  table?: string;
  columns?: string[];
  object?: string;
  count?: number;
  query?: string;
}

/**
 * Holds `expect` against *after*. It says what a migration must lead to: where none ran to its end, as in a health check,
 * there is nothing to hold it against. A table that never existed is a mistake of the settings, unless it is to be made.
 */
export function evaluateExpectations(facts: DatabaseFacts, expect: Expectations): Evaluated[] {
  if (!wasRehearsed(facts)) return [];
  const { now, earlier } = judgedSides(facts);
  if (now === undefined) return [];
  const known = ({ table }: { table: string }) => isKnownTable(facts, table);
  return [
    ...expect.tables.map((table) => tableExists(now, table)),
    ...expect.columns.filter(known).map(({ table, column }) => columnExists(now, table, column)),
    ...expect.indexes.map(({ pattern, count: wanted }) => indexCount(now, pattern, wanted)),
    ...expect.rows.filter(known).flatMap(({ table, count: wanted }) => rowCount(now, earlier, table, wanted)),
  ];
}

function tableExists({ schema }: HealthFacts, table: string): Evaluated {
  const met = tablesNamed(schema.tables, table).length > 0;
  return { text: `table ${table} exists`, met, found: met ? 'it exists' : 'no such table', table };
}

function columnExists({ schema }: HealthFacts, table: string, column: string): Evaluated {
  const [owner] = tablesNamed(schema.tables, table);
  const met = owner?.columns.some(({ name }) => sameName(name, column)) ?? false;
  const found = met ? 'it exists' : owner === undefined ? 'no such table' : 'no such column';
  return { text: `column ${table}.${column} exists`, met, found, table, columns: [column] };
}

const countsOf = byName(({ table }: RowCount) => table);
const indexesNamed = byName(({ name }: Index) => name);

const namesIn = once((indexes: readonly Index[]) => indexes.map(({ name }) => likeText(name)));

/** A name without signs of LIKE needs no look at every index. */
function indexesLike(indexes: readonly Index[], pattern: string): number {
  if (!/[%_]/.test(pattern)) return indexesNamed(indexes, pattern).length;
  return namesIn(indexes).filter(likePattern(pattern)).length;
}

function indexCount({ schema }: HealthFacts, pattern: string, wanted: Count): Evaluated {
  const found = indexesLike(schema.indexes, pattern);
  const isName = !/[%]/.test(pattern) && wanted.operator === '>=' && wanted.value === 1;
  const text = isName ? `index ${pattern} exists` : `${spell(wanted)} indexes named ${pattern}`;
  return { text, met: holds(found, wanted), found: counted(found, 'index', 'indexes'), object: pattern };
}

function rowCount(
  now: HealthFacts,
  earlier: HealthFacts | undefined,
  table: string,
  wanted: Count | 'unchanged',
): Evaluated[] {
  const rows = countsOf(now.tables, table)[0]?.rows;
  const former = countsOf(earlier?.tables, table)[0]?.rows;
  // How many there were was not measured.
  if (wanted === 'unchanged' && earlier === undefined) return [];
  const text =
    wanted === 'unchanged'
      ? `row count of ${table} unchanged (${former ?? 'no table'})`
      : `${spell(wanted)} rows in ${table}`;
  const met = rows !== undefined && (wanted === 'unchanged' ? rows === former : holds(rows, wanted));
  return [{ text, met, found: rows === undefined ? 'no such table' : counted(rows, 'row'), table }];
}

function holds(found: number, { operator, value }: Count): boolean {
  switch (operator) {
    case '>=':
      return found >= value;
    case '<=':
      return found <= value;
    case '>':
      return found > value;
    case '<':
      return found < value;
    case '=':
      return found === value;
  }
}

function spell({ operator, value }: Count): string {
  const words = { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'fewer than', '=': 'exactly' };
  return `${words[operator]} ${whole(value)}`;
}
