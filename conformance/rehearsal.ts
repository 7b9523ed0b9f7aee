import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { toEnd } from '../__tests__/support/generators.ts';
import { rehearse } from '../src/engine/rehearse/rehearse-plan.ts';
import { inspectDatabase } from '../src/engine/snapshot/inspect.ts';
import { makePlan } from '../src/plan/make-plan.ts';
import { ReadBudget } from '../src/settings/files/budget.ts';
import { readMigrations } from '../src/settings/files/migration-files.ts';
import type { Scenario, Tool, ToolRun } from './tool.ts';

/** Rehearses the same files on the same snapshot. The state is at `after`. */
export function rehearsed(
  snapshot: string,
  folder: string,
  scratch: string,
  { unseen }: Scenario,
  { layout, profile }: Tool,
): ToolRun & { after: string } {
  const copies = inspectDatabase({ snapshot, name: 'app.db', folder: mkdtempSync(join(scratch, 'copies-')) });
  if ('unusable' in copies)
    throw new Error(`the snapshot cannot be used: ${JSON.stringify(copies.unusable)}`);
  const { migrations } = readMigrations(
    folder,
    { folder: scratch, workspace: scratch },
    { author: 'step', budget: new ReadBudget() },
  );
  const assignment = {
    migrations,
    // Files alone do not always say whose they are.
    layout: { name: unseen ? layout : ('auto' as const) },
    profile: { name: profile ?? ('auto' as const), foreignKeys: 'auto' as const },
  };
  const plan = makePlan(assignment, copies.history);
  const { after } = copies;
  if ('mistake' in plan) return { succeeded: false, says: plan.mistake.message, after };
  if (plan.layout !== layout) return { succeeded: false, says: `recognised as ${plan.layout}`, after };
  const refusal = plan.problems.find(({ refuses }) => refuses);
  if (refusal !== undefined) return { succeeded: false, says: refusal.sentence, after };
  const { outcome, failure } = toEnd(
    rehearse({ database: after, fresh: copies.before, plan, samples: 'values' }, () => {}),
  );
  return { succeeded: outcome === 'done', after, ...(failure && { says: failure.message }) };
}
