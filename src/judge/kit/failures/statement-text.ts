import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementStep } from '../../../facts/plan.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { once } from '../../../sql/by-name.ts';

/** The plan's step of each statement of the rehearsal: both are in the order of the plan. */
const stepsOf = once(({ plan, rehearsal }: DatabaseFacts) => {
  const steps = (plan?.steps ?? []).filter((step): step is StatementStep => step.do === 'exec');
  return new Map(rehearsal.statements.map((statement, at) => [statement, steps[at]]));
});

/** What a statement of the rehearsal says, as it stands in its file. */
export function sqlOf(facts: DatabaseFacts, statement: StatementFacts): string | undefined {
  return stepsOf(facts).get(statement)?.sql;
}

const MOST_SHOWN = 200;

/** SQL in one line, cut where it is long. */
export function shortened(sql: string, most = MOST_SHOWN): string {
  const line = sql
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/;$/, '');
  if (line.length <= most && sql.length <= 4 * most) return line;
  // A surrogate pair is not cut in half.
  return `${line
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
