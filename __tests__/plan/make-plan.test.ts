import { describe, expect, it } from '@jest/globals';
import { makePlan } from '../../src/plan/make-plan.ts';
import { assignmentOf, folderOf, planned } from '../support/plans.ts';

const files = folderOf({
  '10.sql': 'SELECT 10;',
  '2.sql': '-- Two\nSELECT 2; SELECT 3',
  '3.sql': '-- nothing',
});
const plan = (name: 'auto' | string, foreignKeys: boolean | 'auto' = 'auto') =>
  planned(assignmentOf(files, { profile: { name, foreignKeys } }));

describe('makePlan', () => {
  it('takes the files in natural order and says how many statements each has', () => {
    expect(plan('auto').pending).toEqual([
      { id: '2', file: 'm/2.sql', statements: 2 },
      { id: '3', file: 'm/3.sql', statements: 0 },
      { id: '10', file: 'm/10.sql', statements: 1 },
    ]);
  });

  it.each([
    ['auto', 'OFF', false],
    ['plain', 'OFF', false],
    ['autocommit-fk-on', 'ON', false],
    ['transaction', 'ON', true],
    ['transaction-fk-off', 'OFF', true],
  ] as const)(
    'profile %s: foreign keys %s before anything else, own transactions: %s',
    (profile, pragma, wraps) => {
      const { steps } = plan(profile);
      expect(steps[0]).toEqual({ do: 'pragma', sql: `PRAGMA foreign_keys=${pragma}` });
      const order = steps.slice(1).map((step) => step.do);
      expect(order).toEqual(
        wraps ? ['begin', 'exec', 'exec', 'commit', 'begin', 'exec', 'commit'] : ['exec', 'exec', 'exec'],
      );
    },
  );

  it('lets an explicit foreign-keys win over the profile', () => {
    expect(plan('transaction', false)).toMatchObject({
      profile: { name: 'transaction', transaction: 'file', foreignKeys: false },
      steps: expect.arrayContaining([{ do: 'pragma', sql: 'PRAGMA foreign_keys=OFF' }]),
    });
  });

  it.each([
    ['done', 'what', undefined],
    ['done', 'What', undefined],
    ['gone', 'what', 'layout.table names gone, which is not in the snapshot, or is no migration history.'],
    ['done', 'whom', 'layout.column names whom, which is not in the snapshot, or is no migration history.'],
  ])('says where %s.%s, in which the user keeps account, is not there', (table, column, message) => {
    const tracking = { tables: [{ table: 'done', rows: [{ what: '2.sql' }] }], others: [], userVersion: 0 };
    const made = makePlan(assignmentOf(files, { layout: { name: 'plain', table, column } }), tracking);
    expect('mistake' in made ? made.mistake.message : undefined).toBe(message);
  });
});

describe('the same files for another profile', () => {
  it('are not taken apart again', () => {
    const history = { tables: [], others: [], userVersion: 0 };
    const assignment = (name: string) =>
      assignmentOf(files, { layout: { name: 'plain' }, profile: { name, foreignKeys: 'auto' } });
    const executed = (name: string) => {
      const made = makePlan(assignment(name), history);
      return 'mistake' in made ? [] : made.steps.filter((step) => step.do === 'exec');
    };
    const [first, second] = [executed('plain'), executed('transaction')];
    expect(first).toHaveLength(3);
    for (const [at, step] of first.entries()) expect(second[at]).toBe(step);
  });

  it('are read anew where the history is another one', () => {
    const layout = { name: 'plain', table: 'done', column: 'what' };
    const pending = (...rows: { what: string }[]) => {
      const history = { tables: [{ table: 'done', rows }], others: [], userVersion: 0 };
      const made = makePlan(assignmentOf(files, { layout }), history);
      return 'mistake' in made ? [] : made.pending.map(({ id }) => id);
    };
    expect(pending()).toEqual(['2', '3', '10']);
    expect(pending({ what: '2.sql' })).toEqual(['3', '10']);
  });

  it('are read anew where a driver takes another part of them as one statement', () => {
    const history = { tables: [], others: [], userVersion: 0 };
    const journal = JSON.stringify({ entries: [{ tag: '0000_a', when: 1 }] });
    const folder = folderOf({ '0000_a.sql': 'SELECT 1; SELECT 2;', 'meta/_journal.json': journal });
    const steps = (name: string) => {
      const made = makePlan(assignmentOf(folder, { profile: { name, foreignKeys: 'auto' } }), history);
      return 'mistake' in made ? [] : made.steps.map((step) => step.do);
    };
    expect(steps('drizzle')).toContain('refuse');
    expect(steps('drizzle-libsql')).not.toContain('refuse');
  });
});
