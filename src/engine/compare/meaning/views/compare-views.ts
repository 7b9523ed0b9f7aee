import type { TableChange } from '../../../../facts/changes.ts';
import type { NameChange, ViewMeaning } from '../../../../facts/meaning/meaning-facts.ts';
import type { View } from '../../../../facts/schema.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import type { ViewQuestion } from '../../../ask/ask-view.ts';
import { capturedColumn, compareAccesses, textOf } from '../accesses.ts';
import { joinedOtherwise } from '../natural-joins.ts';
import { mentions, type Sides } from '../sides.ts';
import { choosesByNew, isAnswerable } from './answerable.ts';
import { lostColumns, pairOutputs } from './output-columns.ts';
import { differsByPlan, hasOwnOrder, isPlainSelect, viewTexts, wordsIn } from './view-text.ts';
import { viewsForTables } from './views-for-tables.ts';

/** A view of both sides, and what SQLite makes of it. */
export interface ViewPair {
  before: View & { sql: string };
  after: View & { sql: string };
  /** Both texts are the same but for names that the comparison followed. */
  isSame: boolean;
  reads: { before: Reads; after: Reads };
}

export type Reads = NonNullable<ReturnType<Sides['before']['resolver']['view']>>;

interface ComparedViews {
  /** What stands without asking any row. */
  views: ViewMeaning[];
  questions: ViewQuestion[];
}

/**
 * Views that may give something else than before. SQLite tells what their names mean: where that is what it was, so are the
 * rows, and nothing is asked.
 */
export function compareViews(sides: Sides, tables: readonly TableChange[]): ComparedViews {
  const partners = new Map(sides.after.schema.views.map((view) => [foldName(view.name), view]));
  const pairs = sides.before.schema.views.flatMap((view) => {
    const partner = partners.get(foldName(view.name));
    return (partner && pairOf(sides, view, partner)) ?? [];
  });
  const compared = pairs.map((pair) => compareView(sides, pair, tables));
  return {
    views: compared.flatMap(({ views }) => views),
    questions: [...compared.flatMap(({ questions }) => questions), ...viewsForTables(sides, tables)],
  };
}

function pairOf({ before, after, rename, touched }: Sides, view: View, partner: View): ViewPair | undefined {
  const isSame = rename.sameText(view.definition, partner.definition);
  const sql = {
    before: before.texts.get(foldName(view.name)) ?? '',
    after: after.texts.get(foldName(view.name)) ?? '',
  };
  if (isSame && !mentions(sql.after, touched)) return undefined;
  const reads = { before: before.resolver.view(view.name), after: after.resolver.view(partner.name) };
  // What does not compile is told of elsewhere.
  if (reads.before === undefined || reads.after === undefined) return undefined;
  return {
    before: { ...view, sql: sql.before },
    after: { ...partner, sql: sql.after },
    isSame,
    reads: { before: reads.before, after: reads.after },
  };
}

function compareView(sides: Sides, pair: ViewPair, tables: readonly TableChange[]): ComparedViews {
  const view = pair.after.name;
  const lost = lostColumns(sides, pair);
  const views: ViewMeaning[] = lost === undefined ? [] : [{ view, change: lost, hints: [] }];
  const suspicion = suspicionOf(sides, pair);
  if (suspicion === undefined) return { views, questions: [] };
  const { cause, ordersOtherwise = false } = suspicion;
  const hints = [...suspicion.hints, ...touchedTables(sides, pair)];
  const fallback = cause && { view, change: cause, hints };
  const texts = [...viewTexts(sides.before, pair.before), ...viewTexts(sides.after, pair.after)];
  if (texts.some(differsByPlan) || !isAnswerable(sides, pair, tables))
    return { views: [...views, ...(fallback ? [fallback] : [])], questions: [] };
  const question: ViewQuestion = {
    view,
    former: pair.before.name,
    columns: texts.some(hasOwnOrder) && !ordersOtherwise ? [] : pairOutputs(sides, pair),
    rounded: texts.some((text) => wordsIn(text, ['sum', 'avg', 'total'])),
    hints,
    ...(cause && { cause }),
    ...(!pair.isSame && choosesByNew(sides, pair) && { meant: true }),
  };
  return { views, questions: [question] };
}

/** Tables that it reads and that are not what they were. */
function touchedTables({ touched }: Sides, { reads }: ViewPair): string[] {
  return [...new Set(reads.after.own.map(({ table }) => table))].filter((table) =>
    touched.has(foldName(table)),
  );
}

interface Suspicion {
  /** What is known to mean something else, whatever rows there are. */
  cause?: NameChange;
  hints: string[];
  /** The text is the same and its names are not, so that another order is more than chance. */
  ordersOtherwise?: true;
}

/** Why the view may give other rows from the same tables; `undefined` where it cannot. */
function suspicionOf(sides: Sides, pair: ViewPair): Suspicion | undefined {
  if (!pair.isSame) return { hints: [] };
  const columns = joinedOtherwise(sides, { before: pair.before.sql, after: pair.after.sql });
  if (columns.length > 0)
    return {
      cause: { kind: 'joined', columns },
      hints: columns.map((column) => `.${column}`),
      ordersOtherwise: true,
    };
  const difference = compareAccesses(pair.reads.before.own, pair.reads.after.own, sides.rename);
  const isPlain = isPlainSelect(pair.after.sql);
  switch (difference.kind) {
    case 'none':
      return comparesOtherwise(sides, pair) ? { hints: [] } : undefined;
    case 'other': {
      const to = textOf(difference.to);
      return {
        cause: { kind: 'resolved', from: textOf(difference.from), to },
        hints: [to],
        ordersOtherwise: true,
      };
    }
    case 'more': {
      const captured = capturedColumn(pair.after.sql, difference.added);
      const hints = difference.added.map(textOf);
      // A `*` may read it besides.
      const isSure = captured !== undefined && (!('from' in captured) || !pair.after.sql.includes('*'));
      if (isSure) return { cause: captured, hints, ordersOtherwise: true };
      if (captured !== undefined) return { hints };
      // A `*` that reads more columns gives the same rows.
      return isPlain ? undefined : { hints };
    }
    case 'order':
    case 'less':
      return isPlain && !hasOwnOrder(pair.after.sql) ? undefined : { hints: [], ordersOtherwise: true };
  }
}

/** A column that it reads has another type or collation, so that the same values may compare otherwise. */
function comparesOtherwise({ pairBefore }: Sides, { reads }: ViewPair): boolean {
  return reads.before.own.some(({ table, column = '' }) => {
    const columns = pairBefore(table)?.columns;
    const pair = columns?.find(({ before }) => sameName(before.name, column));
    if (pair === undefined) return false;
    const { before, after } = pair;
    return foldName(before.type) !== foldName(after.type) || before.collate !== after.collate;
  });
}
