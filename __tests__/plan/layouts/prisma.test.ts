import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { HistoryRow } from '../../../src/facts/history.ts';
import type { LayoutOptions } from '../../../src/facts/settings.ts';
import { prisma } from '../../../src/plan/layouts/prisma.ts';
import { folderOf } from '../../support/plans.ts';

const LOCK = { 'migration_lock.toml': '# Please do not edit\nprovider = "sqlite"\n' };

function read(
  files: Record<string, string>,
  rows: HistoryRow[] | undefined = [],
  { table = '_prisma_migrations', options = { name: 'auto' } as LayoutOptions } = {},
) {
  return prisma.read(folderOf(files), { userVersion: 0, options, table: { table, rows } });
}

function rowOf(name: string, sql: string, others: HistoryRow = {}): HistoryRow {
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { migration_name: name, checksum, started_at: 1, finished_at: 2, rolled_back_at: null, ...others };
}

it('takes NAME/migration.sql by the names, and passes over every other file', () => {
  const names = ['b', 'a', '20240101_x', '3_y', 'Z'].map((name) => `${name}/migration.sql`);
  const files = Object.fromEntries(
    [...names, 'c/down.sql', 'seed.sql', 'a/b/migration.sql'].map((n) => [n, '']),
  );
  const { pending, ignored } = read(files);
  expect(pending.map(({ id }) => id)).toEqual(['20240101_x', '3_y', 'a', 'b', 'Z']);
  expect(ignored.toSorted()).toEqual(['m/a/b/migration.sql', 'm/c/down.sql', 'm/seed.sql']);
});

it('tells the table before a migration and after it, and never inside of a transaction', () => {
  const { pending, setup } = read({ "it's/migration.sql": 'SELECT 1;' });
  const { before = [], within, after = [] } = pending[0]?.records ?? {};
  expect([before.length, within, after.length, setup]).toEqual([1, undefined, 2, []]);
  expect([...before, ...after].every((sql) => sql.includes("'it''s'"))).toBe(true);
});

describe('what is applied', () => {
  it('is a row with the name that was not rolled back', () => {
    const files = { 'a/migration.sql': 'A', 'b/migration.sql': 'B' };
    const { applied, pending } = read(files, [rowOf('a', 'A'), rowOf('b', 'B', { rolled_back_at: 3 })]);
    expect([applied, pending.map(({ id }) => id)]).toEqual([1, ['b']]);
  });

  it('is not compared by Prisma: another content is a notice, other line ends and lost zeros are none', () => {
    const files = { 'a/migration.sql': 'A\r\n', 'b/migration.sql': 'B2', 'c/migration.sql': 'C' };
    const short = String(rowOf('c', 'C').checksum).replace(/^0+/, '');
    const { problems } = read(files, [
      rowOf('a', 'A\n'),
      rowOf('b', 'B'),
      rowOf('c', 'C', { checksum: short }),
    ]);
    expect(problems.map(({ kind, refuses, file }) => [kind, refuses, file])).toEqual([
      ['edited', false, 'm/b/migration.sql'],
    ]);
  });
});

describe('what Prisma refuses', () => {
  it('a row that was started and never finished, with its sentence', () => {
    const started = Date.UTC(2024, 1, 2, 3, 4, 5, 6);
    const { problems } = read({ 'a/migration.sql': 'A' }, [
      rowOf('a', 'A', { finished_at: null, started_at: started }),
      rowOf('b', 'B', { finished_at: null, started_at: '2024-02-03' }),
      rowOf('c', 'C', { finished_at: null, rolled_back_at: 1 }),
    ]);
    expect(problems).toEqual([
      {
        kind: 'dirty',
        sentence:
          'P3009: migrate found failed migrations in the target database, new migrations will not be applied. The `a` migration started at 2024-02-02 03:04:05.006 UTC failed. The `b` migration started at 2024-02-03 failed',
        refuses: true,
        remedy: expect.stringContaining('npx prisma migrate resolve --rolled-back a'),
      },
    ]);
  });

  it('a database of others: without its table, or with the table under another name', () => {
    const none = prisma.read(folderOf({ 'a/migration.sql': '' }), {
      userVersion: 0,
      options: { name: 'prisma' },
    });
    const other = read({ 'a/migration.sql': '' }, [], { table: 'history' });
    for (const { problems } of [none, other])
      expect(problems.map(({ kind, refuses, sentence }) => [kind, refuses, sentence.slice(0, 5)])).toEqual([
        ['invalid', true, 'P3005'],
      ]);
  });

  it('but takes the table that the user names', () => {
    const options: LayoutOptions = { name: 'prisma', table: 'history' };
    const { problems, applied } = read({ 'a/migration.sql': 'A' }, [rowOf('a', 'A')], {
      table: 'history',
      options,
    });
    expect([problems, applied]).toEqual([[], 1]);
  });

  it.each([
    ['provider = "postgresql"\n', 'postgresql'],
    ['provider = "mysql"\r\n', 'mysql'],
    ['', '<PROVIDER NOT FOUND>'],
    ['provider="sqlite"\n', 'provider="sqlite'],
  ])('a lock file that says %j', (lock, provider) => {
    const { problems } = read({ 'a/migration.sql': 'A', 'migration_lock.toml': lock });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'invalid', refuses: true, file: 'm/migration_lock.toml' });
    expect(problems[0]?.sentence).toContain(`migration_lock.toml, \`${provider}\``);
  });

  it('none that says sqlite, and no folder without one', () => {
    expect(read({ 'a/migration.sql': 'A', ...LOCK }).problems).toEqual([]);
    expect(read({ 'a/migration.sql': 'A' }).problems).toEqual([]);
  });
});

it('claims folders with its lock file beside them, and no others', () => {
  const tracking = { tables: [], others: [], userVersion: 0 };
  const claims = (files: Record<string, string>) => prisma.claims(folderOf(files), tracking);
  expect(claims({ 'a/migration.sql': '', ...LOCK })).toBe(true);
  expect(claims({ 'a/migration.sql': '' })).toBe(false);
  expect(claims({ 'a.sql': '', ...LOCK })).toBe(false);
});
