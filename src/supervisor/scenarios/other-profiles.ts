import type { ChangeFacts } from '../../facts/changes.ts';
import type { Bookkeeping, Profile } from '../../facts/plan.ts';
import type { Loss, VariantFacts } from '../../facts/rehearsal/scenarios.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { namesExecuted } from '../../plan/statement-facts.ts';
import type { ScenarioContext } from './scenario-context.ts';

/** The plan under every other profile that production may have; `changes`: what the rehearsal itself did. */
export async function rehearseProfiles(
  context: ScenarioContext,
  changes: ChangeFacts,
): Promise<VariantFacts[]> {
  const variants: VariantFacts[] = [];
  for (const profile of context.plan.alternatives)
    variants.push(await rehearseOne(context, changes, profile));
  return variants;
}

async function rehearseOne(
  context: ScenarioContext,
  changes: ChangeFacts,
  profile: Profile,
): Promise<VariantFacts> {
  const { name, foreignKeys, transaction } = profile;
  const assignment = { ...context.assignment, profile: { name, foreignKeys, transaction } };
  const plan = makePlan(assignment, context.history);
  if ('mistake' in plan) return { profile, outcome: 'cannot-run', losses: [] };
  const database = await context.copy(context.before);
  const { outcome, statements } = await context.rehearse(database, context.before, plan);
  if (outcome !== 'done') return { profile, outcome: 'cannot-run', losses: [] };
  const executed = namesExecuted(statements);
  const compared = await context.task('compare', { before: context.before, after: database, executed });
  return { profile, outcome: 'done', losses: lossesBeyond(compared.changes, changes, plan.bookkeeping) };
}

/** Rows and values that are lost here, and were not in the rehearsal itself. */
function lossesBeyond(here: ChangeFacts, usual: ChangeFacts, { tables: own }: Bookkeeping): Loss[] {
  return here.tables.flatMap((change): Loss[] => {
    if (own.includes(change.table)) return [];
    const other = usual.tables.find(({ table }) => table === change.table);
    const rows = change.removed - (other?.removed ?? 0);
    const nulled = change.columns.flatMap(({ column, nulled: values }) => {
      const known = other?.columns.find((one) => one.column === column)?.nulled ?? 0;
      return values > known ? [{ column, values: values - known }] : [];
    });
    return rows > 0 || nulled.length > 0 ? [{ table: change.table, rows: Math.max(0, rows), nulled }] : [];
  });
}
