import { describe, expect, it } from '@jest/globals';
import { d1 } from '../../../src/plan/layouts/d1.ts';
import { folderOf } from '../../support/plans.ts';

function read(files: Record<string, string>, applied?: string[]) {
  return d1.read(folderOf(files), {
    userVersion: 0,
    options: { name: 'd1' },
    ...(applied && { table: { table: 'd1_migrations', rows: applied.map((name) => ({ name })) } }),
  });
}

function migrationOf(sql: string) {
  const [{ steps = [], records } = {}] = read({ '1.sql': sql }).pending;
  const told = steps.map((step) =>
    step.do === 'exec' ? [step.line, step.sql] : [step.problem.line, step.problem.sentence.slice(0, 30)],
  );
  return { steps: told, records };
}

const RECORD = `INSERT INTO "d1_migrations" (name)\nvalues ('1.sql');`;

describe('order', () => {
  it('is by the number in front, names without one last, then byte by byte', () => {
    const names = ['b.sql', '10_a.sql', '9_z.sql', '0009_a.sql', 'B.sql', '9-c.sql', '.hidden.sql'];
    const { pending, ignored } = read(Object.fromEntries(names.map((name) => [name, ''])));
    expect(pending.map(({ id }) => id)).toEqual([
      '0009_a.sql',
      '9-c.sql',
      '9_z.sql',
      '10_a.sql',
      'B.sql',
      'b.sql',
    ]);
    expect(ignored).toEqual(['m/.hidden.sql']);
  });

  it('takes files of the folder itself, and folders only where there is nothing else', () => {
    expect(read({ '1.sql': '', '2/migration.sql': '' }).pending.map(({ id }) => id)).toEqual(['1.sql']);
    const { pending, ignored } = read({ '10_b/migration.sql': '', '9_a/migration.sql': '', '9_a/x.sql': '' });
    expect(pending.map(({ id }) => id)).toEqual(['9_a/migration.sql', '10_b/migration.sql']);
    expect(ignored).toEqual(['m/9_a/x.sql']);
  });

  it('takes folders too where the table names one', () => {
    const files = { '1.sql': '', '2/migration.sql': '', '3/migration.sql': '' };
    const { applied, pending } = read(files, ['1.sql', '2/migration.sql']);
    expect([applied, pending.map(({ id }) => id)]).toEqual([2, ['3/migration.sql']]);
  });
});

it('makes its table where there is none', () => {
  expect(read({ '1.sql': '' }).setup).toHaveLength(1);
  expect(read({ '1.sql': '' }, []).setup).toEqual([]);
});

it('makes it under the name that the user gives it', () => {
  const options = { name: 'd1', table: 'mine' } as const;
  const { setup, bookkeeping, pending } = d1.read(folderOf({ '1.sql': '' }), { userVersion: 0, options });
  expect(setup[0]).toContain('EXISTS "mine"(');
  expect([bookkeeping.tables, pending[0]?.records?.within?.[0]?.slice(0, 18)]).toEqual([
    ['mine'],
    'INSERT INTO "mine"',
  ]);
});

it('runs an older file that is not applied, and says so', () => {
  const { pending, problems } = read({ '1.sql': '', '2.sql': '', '3.sql': '' }, ['2.sql']);
  expect(pending.map(({ id }) => id)).toEqual(['1.sql', '3.sql']);
  expect(problems.map(({ kind, refuses, file }) => [kind, refuses, file])).toEqual([
    ['out-of-order', false, 'm/1.sql'],
  ]);
});

describe('a batch', () => {
  it('is the statements of the file and the row', () => {
    const { steps, records } = migrationOf('SELECT 1;\n\nSELECT 2; -- end');
    expect(steps).toEqual([
      [1, 'SELECT 1;'],
      [3, 'SELECT 2;'],
    ]);
    expect(records).toEqual({ within: [RECORD] });
  });

  it.each(['', '-- nothing\n'])('of a file without a statement is the row (%j)', (sql) => {
    expect(migrationOf(sql)).toEqual({ steps: [], records: { within: [RECORD] } });
  });

  it('has no row of its own where the last statement lacks its semicolon', () => {
    const { steps, records } = migrationOf('SELECT 1;\nSELECT 2');
    expect(steps).toEqual([
      [1, 'SELECT 1;'],
      [2, `SELECT 2\n${RECORD}`],
    ]);
    expect(records).toBeUndefined();
  });

  it('quotes a name with an apostrophe', () => {
    const [{ records } = {}] = read({ "1_it's.sql": '' }).pending;
    expect(records?.within).toEqual([`INSERT INTO "d1_migrations" (name)\nvalues ('1_it''s.sql');`]);
  });
});

describe('transactions', () => {
  it('of which there is one are taken out, and the lines stay', () => {
    const { steps } = migrationOf('BEGIN TRANSACTION;\nSELECT 1;\nCOMMIT;\n');
    expect(steps).toEqual([[2, 'SELECT 1;']]);
  });

  it('of which there are more stop wrangler before it runs the file', () => {
    const { steps, records } = migrationOf('BEGIN TRANSACTION;COMMIT;BEGIN TRANSACTION;COMMIT;');
    expect(steps).toEqual([[1, 'D1: Wrangler could not process']]);
    expect(records).toBeUndefined();
  });

  it.each(['BEGIN;', 'begin transaction;', 'COMMIT;', 'SAVEPOINT a;', 'RELEASE a;', 'END;', 'ROLLBACK;'])(
    'in other words stop D1: %s',
    (sql) => {
      expect(migrationOf(`SELECT 1;\n${sql}`).steps).toEqual([
        [1, 'SELECT 1;'],
        [2, 'D1: To execute a transaction, '],
      ]);
    },
  );
});

it.each([
  ['PRAGMA user_version = 1;', false],
  ['PRAGMA main.journal_mode = WAL;', false],
  ['ATTACH ? AS a;', false],
  ['CREATE TEMP TABLE a(b);', false],
  ['PRAGMA foreign_keys = OFF;', true],
  ['PRAGMA main.foreign_keys = OFF;', true],
  ['PRAGMA defer_foreign_keys(on);', true],
  ['CREATE TABLE temp(b);', true],
])('%s is allowed: %s', (sql, allowed) => {
  expect(migrationOf(sql).steps).toEqual([
    [1, allowed ? sql : 'D1: not authorized: SQLITE_AUTH'.slice(0, 30)],
  ]);
});
