import type { TableChange, Unconverted } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import { newColumns, type Pairing } from '../lineage/pairing.ts';

/** Types that a reader takes for numbers; others of NUMERIC affinity, such as DATETIME or JSON, and INTERVAL are written for texts. */
const NUMBERS = /(?<!po|pr)int(?!erval)|real|floa|doub|(?<!e)num|dec|bool|money|currency|^bit\b/i;
/** Those among them that a reader takes for whole numbers. */
const INTEGERS = /(?<!po|pr)int(?!erval)|bool|^bit\b/i;

/** A column of *after*, and what it was declared with, if it was there. */
interface Declared {
  name: string;
  from?: string;
  to: string;
}

/**
 * Columns that are declared for numbers now and were not, with the values that SQLite could not or did not convert; and
 * new columns for numbers that the migration or their default filled with others. `tables`: how their content has changed.
 */
export function findUnconverted(
  context: ComparisonContext,
  { pairs }: Pairing,
  tables: readonly TableChange[],
): Unconverted[] {
  // Rows on unchanged pages have nothing but the default in a new column: only a text there can be a misfit.
  const rewritten = new Set(tables.filter(({ proof }) => proof !== 'pages').map(({ table }) => table));
  return pairs
    .filter(({ after }) => after.kind === 'table' && !after.strict)
    .flatMap((pair) => {
      const kept = pair.columns
        .filter(({ after }) => after.generated === undefined)
        .map(({ before, after }) => ({ name: after.name, from: before.type, to: after.type }));
      const added = newColumns(pair).filter(
        (column) => rewritten.has(pair.after.name) || column.default?.startsWith("'"),
      );
      const declared = [...kept, ...added.map(({ name, type }) => ({ name, to: type }))];
      return declared.filter(isNarrower).flatMap((column) => countMisfits(context, pair.after, column));
    });
}

function isNarrower({ from, to }: Declared): boolean {
  if (from !== undefined && foldName(from) === foldName(to)) return false;
  return isNewly(NUMBERS, from, to) || isNewly(INTEGERS, from, to);
}

function isNewly(types: RegExp, from: string | undefined, to: string): boolean {
  return types.test(to) && !(from !== undefined && types.test(from));
}

function countMisfits(
  { connection, unchecked }: ComparisonContext,
  table: Table,
  { name, from, to }: Declared,
): Unconverted[] {
  const value = `t.${quoteName(name)}`;
  const isFraction = `typeof(${value}) = 'real' AND ${value} <> CAST(${value} AS INTEGER)`;
  const sums = [
    isNewly(NUMBERS, from, to) ? `sum(typeof(${value}) IN ('text', 'blob'))` : '0',
    isNewly(INTEGERS, from, to) ? `sum(${isFraction})` : '0',
    `count(${value})`,
  ];
  const counted = attemptRead(unchecked, { check: 'content', table: table.name }, () => {
    const [row = []] = connection.rows(
      `SELECT ${sums.join(', ')} FROM main.${quoteName(table.name)} AS t NOT INDEXED`,
    );
    return row.map(Number);
  });
  const [texts = 0, fractions = 0, of = 0] = counted ?? [];
  if (texts + fractions === 0) return [];
  return [{ table: table.name, column: name, ...(from !== undefined && { from }), to, texts, fractions, of }];
}
