import type { TableChange } from '../../../../facts/changes.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import type { ViewQuestion } from '../../../ask/ask-view.ts';
import { isNamed, type Sides } from '../sides.ts';
import { isUnchanged } from './answerable.ts';
import { differsByPlan, hasOwnOrder, viewTexts } from './view-text.ts';

/**
 * Views of *after* that have the name of a table of *before*, as where a table was renamed and its old name is kept for
 * those who read it. They must give the rows of that table, in the columns that they have.
 */
export function viewsForTables(sides: Sides, tables: readonly TableChange[]): ViewQuestion[] {
  const { before, after } = sides;
  const formers = new Map(before.schema.tables.map((table) => [foldName(table.name), table]));
  return after.schema.views.flatMap((view): ViewQuestion[] => {
    const former = formers.get(foldName(view.name));
    const reads = former && after.resolver.view(view.name);
    if (former === undefined || reads === undefined) return [];
    const isSteady = reads.all.every((access) => {
      const origin = sides.pairAfter(access.table);
      if (origin === undefined) return after.schema.views.some(isNamed(access.table));
      const column = origin.columns.find((pair) => sameName(pair.after.name, access.column ?? ''));
      const read = { ...access, table: origin.before.name, column: column?.before.name ?? '' };
      return isUnchanged(sides, read, tables, false);
    });
    const texts = viewTexts(after, view);
    if (!isSteady || texts.some(differsByPlan) || texts.some(hasOwnOrder)) return [];
    const given = after.columns(view.name);
    const columns = former.columns.flatMap(({ name }): [string, string][] => {
      const partner = given.find((column) => foldName(column) === foldName(name));
      return partner === undefined ? [] : [[name, partner]];
    });
    return [{ view: view.name, former: former.name, columns, rounded: false, hints: [] }];
  });
}
