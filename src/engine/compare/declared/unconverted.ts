import type { Unconverted } from '../../../facts/changes.ts';
import { foldName, quoteName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { ColumnPair, Pairing, TablePair } from '../lineage/pairing.ts';

/** Types that a reader takes for numbers; others of NUMERIC affinity, such as DATETIME or JSON, are written for texts. */
const NUMBERS = /(?<!po|pr)int|real|floa|doub|(?<!e)num|dec|bool|money|currency|^bit\b/i;
/** Those among them that a reader takes for whole numbers. */
const INTEGERS = /(?<!po|pr)int|bool|^bit\b/i;

/** Columns that are declared for numbers now and were not, with the values that SQLite could not or did not convert. */
export function findUnconverted(context: ComparisonContext, { pairs }: Pairing): Unconverted[] {
  return pairs
    .filter(({ after }) => after.kind === 'table')
    .flatMap((pair) => {
      const columns = pair.columns.filter(isNarrower);
      return columns.length === 0 ? [] : countMisfits(context, pair, columns);
    });
}

function isNarrower({ before, after }: ColumnPair): boolean {
  if (foldName(before.type) === foldName(after.type) || after.generated !== undefined) return false;
  const newlyNumber = NUMBERS.test(after.type) && !NUMBERS.test(before.type);
  return newlyNumber || newlyInteger({ before, after });
}

function newlyInteger({ before, after }: ColumnPair): boolean {
  return INTEGERS.test(after.type) && !INTEGERS.test(before.type);
}

function countMisfits(
  { connection, unchecked }: ComparisonContext,
  { after: table }: TablePair,
  columns: readonly ColumnPair[],
): Unconverted[] {
  const what = { check: 'content', table: table.name } as const;
  const found = columns.map((pair) => {
    const { before, after } = pair;
    const value = `t.${quoteName(after.name)}`;
    const counted = attemptRead(unchecked, what, () => {
      const sums = [
        NUMBERS.test(before.type) ? '0' : `sum(typeof(${value}) IN ('text', 'blob'))`,
        newlyInteger(pair) ? `sum(typeof(${value}) = 'real' AND ${value} <> CAST(${value} AS INTEGER))` : '0',
        `count(${value})`,
      ];
      const [row = []] = connection.rows(
        `SELECT ${sums.join(', ')} FROM main.${quoteName(table.name)} AS t NOT INDEXED`,
      );
      return row.map(Number);
    });
    const [texts = 0, fractions = 0, of = 0] = counted ?? [];
    return { table: table.name, column: after.name, from: before.type, to: after.type, texts, fractions, of };
  });
  return found.filter(({ texts, fractions }) => texts + fractions > 0);
}
