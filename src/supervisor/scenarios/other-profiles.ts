import type { ChangeFacts } from '../../facts/changes.ts';
import type { Bookkeeping, Profile } from '../../facts/plan.ts';
import type { Loss, VariantFacts } from '../../facts/scenarios.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { namesExecuted } from '../../plan/statement-facts.ts';
import type { Stage } from './stage.ts';

/** The plan under every other profile that production may have; `changes`: what the rehearsal itself did. */
export async function rehearseProfiles(stage: Stage, changes: ChangeFacts): Promise<VariantFacts[]> {
  const variants: VariantFacts[] = [];
  for (const profile of stage.plan.alternatives) variants.push(await rehearseOne(stage, changes, profile));
  return variants;
}

async function rehearseOne(stage: Stage, changes: ChangeFacts, profile: Profile): Promise<VariantFacts> {
  const { name, foreignKeys, transaction } = profile;
  const assignment = { ...stage.assignment, profile: { name, foreignKeys, transaction } };
  const plan = makePlan(assignment, stage.tracking);
  if ('mistake' in plan) return { profile, outcome: 'cannot-run', losses: [] };
  const database = await stage.copy(stage.before);
  const { outcome, statements } = await stage.rehearse(database, stage.before, plan);
  if (outcome !== 'done') return { profile, outcome: 'cannot-run', losses: [] };
  const executed = namesExecuted(statements);
  const compared = await stage.task('compare', { before: stage.before, after: database, executed });
  return { profile, outcome: 'done', losses: lossesBeyond(compared.changes, changes, plan.bookkeeping) };
}

/** Rows and values that are gone here, and are not where the plan ran as it should. */
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
