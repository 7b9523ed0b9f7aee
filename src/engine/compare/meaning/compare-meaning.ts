import type { TableChange } from '../../../facts/changes.ts';
import type { MeaningFacts } from '../../../facts/meaning/meaning-facts.ts';
import type { StatementTarget } from '../../../facts/statement.ts';
import type { ViewQuestion } from '../../ask/ask-view.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { Pairing } from '../lineage/pairing.ts';
import { findRenumbered } from './renumbered.ts';
import { withSides } from './sides.ts';
import { findSwaps } from './swaps.ts';
import { compareTriggers } from './triggers/compare-triggers.ts';
import { compareViews } from './views/compare-views.ts';

interface Compared {
  pairing: Pairing;
  tables: readonly TableChange[];
  executed: readonly StatementTarget[];
  /** Tables whose bytes are those of *before*. */
  untouched: readonly string[];
}

/** What means something else than in *before*, whatever its text says. */
export function compareMeaning(
  context: ComparisonContext,
  paths: { before: string; after: string },
  { pairing, tables, executed, untouched }: Compared,
): { meaning: MeaningFacts; questions: ViewQuestion[] } {
  const resolved = withSides(context, paths, pairing, (sides) => ({
    triggers: compareTriggers(sides, executed),
    ...compareViews(sides, tables),
  }));
  const { triggers = [], views = [], questions = [] } = resolved ?? {};
  const swaps = findSwaps(context, pairing);
  const indexes = findRenumbered(context, pairing, { tables, untouched });
  return { meaning: { triggers, views, swaps, indexes }, questions };
}
