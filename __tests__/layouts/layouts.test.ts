import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { layouts } from '../../src/plan/layouts/index.ts';
import { spelt } from '../support/cases.ts';
import { layoutCase, layoutCases } from '../support/layout-cases.ts';
import { judged, rehearsed, type Wishes } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();

describe('golden cases of the layouts', () => {
  it.each(layoutCases)('$layout: $name', (which) => {
    const { schema, migrations, expected } = layoutCase(which);
    const { layout = 'auto', profile = 'auto', foreignKeys = 'auto' } = expected;
    const wishes: Wishes = { layout, profile, foreignKeys };
    const { facts, after } = rehearsed(folder, schema, migrations, wishes);
    const record = judged(facts, wishes);
    const { plan, rehearsal } = facts;
    expect({
      ...(plan && { recognised: [plan.layout, plan.profile.name] }),
      ...(plan && { applied: plan.applied, pending: plan.pending.map(({ id }) => id) }),
      outcome: rehearsal.outcome,
      verdict: record.verdict,
      findings: record.findings.map(spelt),
      after: rowsOf(after, Object.keys(expected.after ?? {})),
    }).toEqual({ ...withoutWishes(expected), after: expected.after ?? {} });
  });

  it.each(layouts)('$name has cases of its own', ({ name }) => {
    const own = layoutCases.filter(({ layout }) => layout === name);
    expect(own.length).toBeGreaterThanOrEqual(1);
  });
});

function withoutWishes({
  layout: _,
  profile: __,
  foreignKeys: ___,
  ...expected
}: ReturnType<typeof layoutCase>['expected']) {
  return expected;
}

function rowsOf(path: string, queries: readonly string[]): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  try {
    return Object.fromEntries(queries.map((query) => [query, db.prepare(query).raw().all()]));
  } finally {
    db.close();
  }
}
