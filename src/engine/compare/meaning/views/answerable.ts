import type { TableChange } from '../../../../facts/changes.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../../sql/tokens.ts';
import type { Access } from '../../../sqlite/resolver.ts';
import { isNamed, type Sides } from '../sides.ts';
import type { ViewPair } from './compare-views.ts';
import { viewTexts, wordsIn } from './view-text.ts';

/** Functions that stand where tables do, and give the same for the same arguments. */
const TABLE_FUNCTIONS = new Set(['json_each', 'json_tree', 'jsonb_each', 'jsonb_tree', 'generate_series']);

/**
 * Whether nothing has changed in what the view reads, through views too, so that the same rows are due. Rows that came or
 * went, and values that changed in columns that it reads, are reason enough for others.
 */
export function isAnswerable(sides: Sides, pair: ViewPair, tables: readonly TableChange[]): boolean {
  const { before, after } = sides;
  // The columns that such a join compares are announced nowhere.
  const readsAll = viewTexts(before, pair.before).some((text) => wordsIn(text, ['natural', 'using']));
  const isSteady = (access: Access) => isUnchanged(sides, access, tables, readsAll);
  const isKnown = ({ table }: Access) =>
    after.schema.views.some(isNamed(table)) ||
    TABLE_FUNCTIONS.has(foldName(table)) ||
    sides.pairAfter(table) !== undefined;
  return pair.reads.before.all.every(isSteady) && pair.reads.after.all.every(isKnown);
}

/** Nothing has changed in what an access of *before* reads. */
export function isUnchanged(
  { before, pairBefore }: Sides,
  { table, column = '' }: Access,
  tables: readonly TableChange[],
  readsAll: boolean,
): boolean {
  if (before.schema.views.some(isNamed(table)) || TABLE_FUNCTIONS.has(foldName(table))) return true;
  const pair = pairBefore(table);
  const change = tables.find((one) => sameName(one.table, pair?.after.name ?? ''));
  if (pair === undefined || change === undefined || change.added + change.removed > 0) return false;
  const read = pair.columns.find((one) => sameName(one.before.name, column))?.after.name;
  return readsAll ? change.columns.length === 0 : !change.columns.some((one) => one.column === read);
}

/** Words behind which it is said which rows a view gives. */
const CONDITIONS = ['where', 'on', 'having'];

/** Which rows it gives depends on a column that was not there: its author meant others. */
export function choosesByNew({ pairAfter }: Sides, { after, reads }: ViewPair): boolean {
  const tokens = meaningfulTokens(after.sql);
  const names = tokens.map((token) => foldName(nameOf(after.sql, token)));
  const start = names.findIndex((name, at) => tokens[at]?.kind === 'word' && CONDITIONS.includes(name));
  const chosen = new Set(start === -1 ? [] : names.slice(start));
  return reads.after.all.some(({ table, column = '' }) => {
    const pair = pairAfter(table);
    const isNew = pair !== undefined && !pair.columns.some((one) => sameName(one.after.name, column));
    return isNew && chosen.has(foldName(column));
  });
}
