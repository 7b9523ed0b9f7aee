import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { executedStatements } from '../view.ts';
import { list } from '../words.ts';
import { shortName } from './migration-names.ts';

/** What a failure leaves in the database. */
interface Kept {
  /** Files before it that were applied whole, and that the tool has recorded: the next run goes on behind them. */
  recorded: string[];
  /** Writing statements of all others that stay. */
  statements: StatementFacts[];
}

export function keptAfterFailure(facts: DatabaseFacts): Kept {
  const { plan, rehearsal } = facts;
  const stopped = rehearsal.statements.find(({ status }) => status !== 'done')?.file;
  const failed = new Set([stopped, rehearsal.failure?.file]);
  const records = new Set(plan?.steps.flatMap((step) => (step.do === 'record' ? [step.file] : [])));
  const executed = executedStatements(facts);
  const isWhole = (file: string) => records.has(file) && !failed.has(file);
  return {
    recorded: [...new Set(executed.map(({ file }) => file))].filter(isWhole),
    statements: executed.filter(({ writes, file }) => writes && !isWhole(file)),
  };
}

/** `002.sql stays applied and recorded: the next run goes on behind it.`, or nothing. */
export function recordedWords(facts: DatabaseFacts): string {
  const { recorded } = keptAfterFailure(facts);
  if (recorded.length === 0) return '';
  const [stays, them] = recorded.length === 1 ? ['stays', 'it'] : ['stay', 'them'];
  return ` ${list(recorded.map(shortName), 3)} ${stays} applied and recorded: the next run goes on behind ${them}.`;
}
