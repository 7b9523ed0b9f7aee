import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { layouts } from '../../src/plan/layouts/index.ts';
import { formatFinding } from '../support/cases.ts';
import { layoutCase, layoutCases } from '../support/layout-cases.ts';
import { type CaseSettings, judged, rehearsed } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();

describe('golden cases of the layouts', () => {
  it.each(layoutCases)('$layout: $name', (which) => {
    const { schema, migrations, expected } = layoutCase(which);
    const { layout = 'auto', profile = 'auto', foreignKeys = 'auto' } = expected;
    const settings: CaseSettings = { layout, profile, foreignKeys };
    const { facts, after } = rehearsed(folder, schema, migrations, settings);
    const record = judged(facts, settings);
    const { plan, rehearsal } = facts;
    expect({
      ...(plan && { recognised: [plan.layout, plan.profile.name] }),
      ...(plan && { applied: plan.applied, pending: plan.pending.map(({ id }) => id) }),
      outcome: rehearsal.outcome,
      verdict: record.verdict,
      findings: record.findings.map(formatFinding),
      after: rowsOf(after, Object.keys(expected.after ?? {})),
    }).toEqual({ ...withoutSettings(expected), after: expected.after ?? {} });
  });

  it.each(layouts)('$name has cases of its own', ({ name }) => {
    const own = layoutCases.filter(({ layout }) => layout === name);
    expect(own.length).toBeGreaterThanOrEqual(4);
  });
});

function withoutSettings({
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
