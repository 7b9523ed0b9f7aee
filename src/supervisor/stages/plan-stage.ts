import type { DatabaseFacts } from '../../facts/database.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { idleCommand } from '../command/run-command.ts';
import type { FactsPart } from '../facts-part.ts';
import type { PreflightRequest } from '../request.ts';
import type { DatabaseCopies } from './inspect-stage.ts';

export type PlanPart = FactsPart<{
  plan?: NonNullable<DatabaseFacts['plan']>;
  command?: NonNullable<DatabaseFacts['command']>;
  /** Why it is unknown what is to be run. */
  mistakes?: DatabaseFacts['mistakes'];
}>;

/** Decides what is to be run on this database: a plan, the project's own tool, or nothing. */
export function planRehearsal(
  { assignment, command }: PreflightRequest,
  { history }: DatabaseCopies,
): PlanPart {
  const facts = command === undefined ? {} : { command: idleCommand(history) };
  if (assignment === undefined) return { facts };
  const plan = makePlan(assignment, history);
  return { facts: { ...facts, ...('mistake' in plan ? { mistakes: [plan.mistake] } : { plan }) } };
}
