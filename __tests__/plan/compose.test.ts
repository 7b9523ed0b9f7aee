import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '../../src/facts/plan.ts';
import { assignmentOf, folderOf, planned } from '../support/plans.ts';

const FIRST = { '1_a.up.sql': 'CREATE TABLE a(x);', '1_a.down.sql': 'DROP TABLE a;' };
const SECOND = { '2_b.up.sql': 'CREATE TABLE b(x);' };
const BACK = { '2_b.down.sql': 'DROP TABLE b;' };

function planOf(files: Record<string, string>, name: string | 'auto' = 'auto') {
  const wishes = { layout: { name: 'golang-migrate' }, profile: { name, foreignKeys: 'auto' } } as const;
  return planned(assignmentOf(folderOf(files), wishes));
}

/** What is done and of which file; the tool's own SQL is left out. */
function outline(steps: readonly PlanStep[] = []): string[] {
  return steps.flatMap((step) => {
    if (step.do === 'exec') return [step.sql.replace(';', '')];
    if (step.do === 'pragma') return [step.sql];
    return step.do === 'begin' || step.do === 'commit' ? [`${step.do} ${step.file}`] : [];
  });
}

describe('the way back', () => {
  it('goes over all that was pending, the last migration first', () => {
    expect(outline(planOf({ ...FIRST, ...SECOND, ...BACK }).rollback)).toEqual([
      'PRAGMA foreign_keys=OFF',
      'begin m/2_b.down.sql',
      'DROP TABLE b',
      'commit m/2_b.down.sql',
      'begin m/1_a.down.sql',
      'DROP TABLE a',
      'commit m/1_a.down.sql',
    ]);
  });

  it('is none where one migration knows none, because half of it leads nowhere', () => {
    expect(planOf({ ...FIRST, ...SECOND }).rollback).toBeUndefined();
    expect(planOf(SECOND).rollback).toBeUndefined();
  });

  it('is none where nothing is pending', () => {
    const assignment = assignmentOf(folderOf(FIRST), { layout: { name: 'golang-migrate' } });
    const tables = [{ tool: 'golang-migrate', table: 'schema_migrations', rows: [{ version: 1, dirty: 0 }] }];
    const plan = planned(assignment, { tables, others: [], userVersion: 0 });
    expect(plan).toMatchObject({ applied: 1, pending: [], steps: [] });
    expect(plan.rollback).toBeUndefined();
  });
});

describe('the transactions of a profile', () => {
  it.each([
    ['none', 'autocommit-fk-on', ['PRAGMA foreign_keys=ON', 'CREATE TABLE a(x)', 'CREATE TABLE b(x)']],
    [
      'one for each file',
      'transaction',
      [
        'PRAGMA foreign_keys=ON',
        'begin m/1_a.up.sql',
        'CREATE TABLE a(x)',
        'commit m/1_a.up.sql',
        'begin m/2_b.up.sql',
        'CREATE TABLE b(x)',
        'commit m/2_b.up.sql',
      ],
    ],
    [
      'one for all files, from the first to the last',
      'drizzle',
      [
        'PRAGMA foreign_keys=ON',
        'begin m/1_a.up.sql',
        'CREATE TABLE a(x)',
        'CREATE TABLE b(x)',
        'commit m/2_b.up.sql',
      ],
    ],
  ] as const)('are %s', (_, profile, steps) => {
    expect(outline(planOf({ ...FIRST, ...SECOND }, profile).steps)).toEqual(steps);
  });

  it('wrap no file without a statement', () => {
    const plain = {
      layout: { name: 'plain' },
      profile: { name: 'transaction', foreignKeys: 'auto' },
    } as const;
    const { steps } = planned(assignmentOf(folderOf({ '1.sql': '-- nothing', '2.sql': 'SELECT 1;' }), plain));
    expect(outline(steps)).toEqual(['PRAGMA foreign_keys=ON', 'begin m/2.sql', 'SELECT 1', 'commit m/2.sql']);
  });
});
