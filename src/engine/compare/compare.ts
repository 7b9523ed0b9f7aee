import type { ChangeFacts } from '../../facts/changes.ts';
import type { MeaningFacts } from '../../facts/meaning/meaning-facts.ts';
import type { ViewQuestion } from '../ask/ask-view.ts';
import { type CompareRequest, withComparison } from './comparison-context.ts';
import { compareTables } from './content/compare-tables.ts';
import { withProof } from './content/proof.ts';
import { findTextDefaults } from './declared/text-defaults.ts';
import { findUnconverted } from './declared/unconverted.ts';
import { compareMeaning } from './meaning/compare-meaning.ts';
import { findMoves } from './moves/find-moves.ts';
import { compareSchemas } from './schema/compare-schemas.ts';

export interface CompareResult {
  changes: ChangeFacts;
  /** Tables whose rows and indexes are in the very bytes of *before*: what was found sound there is sound here. */
  untouched: readonly string[];
  /** Views whose rows still have to be compared; each may take without end. */
  questions: ViewQuestion[];
  /** Wall time in ms. */
  schemaMs: number;
  contentMs: number;
}

/**
 * Everything that differs between the two copies, schema and content, named by the migration or not. Content is proven
 * by pages and records where their rules hold, else by SQL.
 */
export function compare(request: CompareRequest): CompareResult {
  const started = performance.now();
  return withComparison(request, (context) => {
    const { objects, pairing, lineage } = compareSchemas(context, request.executed);
    const schemaDone = performance.now();
    const { tables, untouched } = withProof(context.connection, request, (proof) => ({
      tables: compareTables(context, pairing, proof),
      untouched: proof.untouched,
    }));
    const { meaning, questions } = compareMeaning(context, request, {
      pairing,
      tables,
      executed: request.executed,
      untouched,
    });
    const textDefaults = findTextDefaults(context, pairing);
    const unconverted = findUnconverted(context, pairing, tables);
    const moves = findMoves({ context, pairing, lineage }, objects, tables);
    return {
      changes: {
        tables,
        objects,
        renames: pairing.renames,
        ...(textDefaults.length > 0 && { textDefaults }),
        ...(unconverted.length > 0 && { unconverted }),
        ...(moves.length > 0 && { moves }),
        unchecked: context.unchecked,
        ...(isQuiet(meaning) && questions.length === 0 ? {} : { meaning }),
      },
      untouched,
      questions,
      schemaMs: schemaDone - started,
      contentMs: performance.now() - schemaDone,
    };
  });
}

function isQuiet(meaning: MeaningFacts): boolean {
  return Object.values(meaning).every((found) => found.length === 0);
}
