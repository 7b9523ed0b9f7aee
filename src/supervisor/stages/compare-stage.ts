import type { ChangeFacts } from '../../facts/changes.ts';
import type { RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import { namesExecuted } from '../../plan/statement-facts.ts';
import type { FactsPart } from '../facts-part.ts';
import { withAnswers } from './ask-stage.ts';
import type { DatabaseCopies } from './inspect-stage.ts';
import { runTask, type StageContext } from './stage-context.ts';

export interface ComparisonPart extends FactsPart<{ changes?: ChangeFacts }> {
  /** The tables that the migration left alone, as far as the comparison knows. */
  untouched: readonly string[];
}

/** Compares the two copies: schema, content, and what views and triggers mean. */
export async function compare(
  context: StageContext,
  { before, after }: DatabaseCopies,
  { statements }: RehearsalFacts,
): Promise<ComparisonPart> {
  const { samples } = context.request;
  const request = { before, after, executed: namesExecuted(statements), samples };
  const { result, incidents } = await runTask(context, ['compare', 'compare'], request);
  if (result === undefined) return { facts: {}, incidents, untouched: [] };
  const { untouched, questions, schemaMs, contentMs } = result;
  const changes = await withAnswers(context, { before, after }, result.changes, questions);
  return { facts: { changes }, timings: { schemaDiff: schemaMs, dataDiff: contentMs }, untouched };
}
