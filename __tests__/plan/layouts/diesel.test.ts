import { describe, expect, it } from '@jest/globals';
import { diesel } from '../../../src/plan/layouts/diesel.ts';
import { folderOf } from '../../support/plans.ts';

function read(files: Readonly<Record<string, string>>, versions?: string[]) {
  const rows = versions?.map((version) => ({ version, run_on: '2024-01-01 00:00:00' }));
  const table = rows && { table: '__diesel_schema_migrations', rows };
  return diesel.read(folderOf(files), { userVersion: 0, options: { name: 'auto' }, ...(table && { table }) });
}

describe('diesel', () => {
  it.each([
    ['2024-03-13-170000_add_users', '20240313170000'],
    ['2024-03-13_170000_add_users', '20240313'],
    ['00000000000000_first', '00000000000000'],
    ['users', 'users'],
  ])('reads from %s the version %s', (folder, version) => {
    expect(read({ [`${folder}/up.sql`]: 'SELECT 1;' }).pending.map(({ id }) => id)).toEqual([version]);
  });

  it('takes no folder within another one', () => {
    const { pending } = read({ '1_a/up.sql': 'x', 'old/0_b/up.sql': 'x' });
    expect(pending.map(({ id }) => id)).toEqual(['1']);
  });

  it('orders versions as texts, not as numbers', () => {
    const { pending } = read({ '9_a/up.sql': 'x', '10_b/up.sql': 'x', '1_c/up.sql': 'x' });
    expect(pending.map(({ id }) => id)).toEqual(['1', '10', '9']);
  });

  it.each([
    ['run_in_transaction = true', false],
    ['run_in_transaction = false', true],
    ['"run_in_transaction"=false # for the rebuild\r', true],
    ['# run_in_transaction = true', true],
    ['', true],
    ['author = "me"', true],
    ['[extra]\nrun_in_transaction = true', true],
    ['run_in_transaction = "false"', false],
    ['run_in_transaction_too = true', true],
  ])('with a metadata.toml of %j it opts out: %s, and its way back too', (toml, optsOut) => {
    const files = { '1_a/up.sql': 'SELECT 1;', '1_a/down.sql': 'SELECT 2;', '1_a/metadata.toml': toml };
    const [one] = read(files).pending;
    expect([one?.optsOut === true, one?.down?.optsOut === true]).toEqual([optsOut, optsOut]);
  });

  it('is in a transaction without a metadata.toml', () => {
    expect(read({ '1_a/up.sql': 'SELECT 1;' }).pending[0]?.optsOut).toBeUndefined();
  });

  it('refuses an empty file in its turn, but not one that holds only a comment', () => {
    const { pending } = read({ '1_a/up.sql': '', '2_b/up.sql': '-- later' });
    expect(pending.map(({ steps }) => steps)).toMatchObject([
      [
        {
          do: 'refuse',
          problem: { sentence: 'Failed to run 1_a with: Attempted to run an empty migration.' },
        },
      ],
      [],
    ]);
  });

  it('refuses a folder that holds anything but no up.sql', () => {
    const sentences = (files: Record<string, string>) =>
      read({ '1_a/up.sql': 'x', ...files }).problems.map(({ sentence, refuses }) => [
        sentence.split('.').at(-3),
        refuses,
      ]);
    expect(sentences({ '2_b/down.sql': 'x' })).toEqual([[' There is no 2_b/up', true]]);
    expect(sentences({ '2_b/notes.txt': 'x' })).toEqual([[' There is no 2_b/up', true]]);
    expect(sentences({ '2_b/metadata.toml': 'x' })).toEqual([[' There is no 2_b/up', true]]);
    expect(sentences({ 'README.txt': 'x', 'seed.sql': 'x' })).toEqual([]);
  });

  it('says that only one of two folders with one version is ever run', () => {
    const files = { '2024-03-13_17_a/up.sql': 'x', '2024-03-13_18_b/up.sql': 'x' };
    const both = '2024-03-13_18_b and 2024-03-13_17_a have the same version 20240313';
    const file = 'm/2024-03-13_18_b/up.sql';
    expect(read(files).problems).toEqual([
      { kind: 'invalid', sentence: `${both}: diesel runs only one of them`, refuses: true, file },
    ]);
    expect(read(files, ['20240313']).problems).toEqual([
      {
        kind: 'out-of-order',
        sentence: `${both}, which is applied: diesel runs neither`,
        refuses: false,
        skips: '2024-03-13_18_b',
        file,
      },
    ]);
  });

  it('runs what is older than the last applied version, and says so', () => {
    const { applied, pending, problems } = read({ '1_a/up.sql': 'x', '2_b/up.sql': 'x', '3_c/up.sql': 'x' }, [
      '2',
    ]);
    expect([applied, pending.map(({ id }) => id)]).toEqual([1, ['1', '3']]);
    expect(problems).toEqual([
      {
        kind: 'out-of-order',
        sentence: 'diesel runs 1_a now, though 2, which comes after it, is applied already',
        refuses: false,
        file: 'm/1_a/up.sql',
      },
    ]);
  });

  it('claims dated or numbered folders, which have an underscore, and no others', () => {
    const tracking = { tables: [], others: [], userVersion: 0 };
    const claims = (path: string) => diesel.claims(folderOf({ [path]: 'x' }), tracking);
    expect(['2024-03-13-170000_a/up.sql', '1_a/up.sql'].map(claims)).toEqual([true, true]);
    expect(['01-first/up.sql', 'first_a/up.sql', '1_a/migration.sql', 'up.sql'].map(claims)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
