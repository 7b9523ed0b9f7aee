import type { ViewChange } from '../../../../facts/meaning/meaning-facts.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import type { Sides } from '../sides.ts';
import type { ViewPair } from './compare-views.ts';

/** Columns of the view that are compared: of *before* and of *after*. */
export function pairOutputs(sides: Sides, { before, after, isSame }: ViewPair): [string, string][] {
  const former = sides.before.columns(before.name);
  const current = sides.after.columns(after.name);
  const partners = new Map(current.map((column) => [foldName(column), column]));
  const byName = former.flatMap((column): [string, string][] => {
    const partner = partners.get(foldName(column));
    return partner === undefined ? [] : [[column, partner]];
  });
  const rest = former.filter((column) => !partners.has(foldName(column)));
  const others = current.filter((column) => !former.some((one) => sameName(one, column)));
  // Of one text, a column that has another name is the same one.
  if (!isSame || rest.length !== others.length) return byName;
  return [...byName, ...rest.map((column, at): [string, string] => [column, others[at] ?? ''])];
}

/** Output columns that are not there under their name; that others came says nothing. */
export function lostColumns(
  sides: Sides,
  { before, after, isSame, reads }: ViewPair,
): ViewChange | undefined {
  const current = new Set(sides.after.columns(after.name).map(foldName));
  if (current.size === 0) return undefined;
  const columns = sides.before.columns(before.name).filter((column) => !current.has(foldName(column)));
  if (columns.length === 0) return undefined;
  const isRead = (column: string) =>
    reads.before.all.some((access) => sameName(access.column ?? '', column) && isElsewhere(sides, access));
  // One that was made again may give another name to what is gone.
  const isFollowed =
    columns.every(isRead) || (!isSame && reads.before.all.some((one) => isElsewhere(sides, one)));
  return { kind: 'columns', columns, ...(isFollowed && { followed: true }) };
}

/** The table, or its column, is gone or has another name. */
function isElsewhere(
  { pairBefore, before }: Sides,
  { table, column = '' }: { table: string; column?: string },
): boolean {
  if (column === '' || !before.schema.tables.some(({ name }) => sameName(name, table))) return false;
  const pair = pairBefore(table);
  const partner = pair?.columns.find((one) => sameName(one.before.name, column));
  const isColumn = pair?.before.columns.some(({ name }) => sameName(name, column)) ?? true;
  return isColumn && (partner === undefined || !sameName(partner.after.name, column));
}
