import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../../src/engine/rehearse/rehearse-plan.ts';
import type { DriverName } from '../../../src/facts/rehearsal/rehearsal.ts';
import { toEnd } from '../../support/generators.ts';
import { planOf } from '../../support/plans.ts';
import { databaseFrom, firstValue, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id) ON DELETE CASCADE);
  INSERT INTO p VALUES (1, 'one'), (2, 'two'); INSERT INTO c VALUES (10, 1), (20, 2);`;

function run(sql: string | string[], profile: string = 'plain', driver?: DriverName) {
  const path = databaseFrom(folder, SCHEMA);
  const request = { database: path, plan: planOf(sql, profile), samples: 'none' as const };
  const facts = toEnd(rehearse({ ...request, ...(driver && { driver }) }, () => {}));
  return {
    path,
    facts,
    statuses: facts.statements.map(({ status, rolledBack }) => (rolledBack ? 'rolled back' : status)),
  };
}

describe('rehearse', () => {
  it('executes every statement and says its place, rows and time', () => {
    const { facts, path } = run(
      'INSERT INTO p VALUES (3, 3), (4, 4);\n\nUPDATE p SET name = 5 WHERE id > 1;\nDELETE FROM c;',
    );
    expect(facts).toMatchObject({ outcome: 'done', commits: 3, leftOpen: false });
    expect(facts.statements.map(({ line, rows, status }) => [line, rows, status])).toEqual([
      [1, 2, 'done'],
      [3, 3, 'done'],
      [4, 2, 'done'],
    ]);
    expect(facts.statements.every(({ ms }) => ms !== undefined && ms >= 0)).toBe(true);
    expect(firstValue(path, 'SELECT count(*) FROM p')).toBe(4);
  });

  it('counts rows of the statement alone, without cascades, and none for one that meets no row', () => {
    const { facts } = run(
      "DELETE FROM p WHERE id = 1; UPDATE p SET name = 'x' WHERE id = 99;",
      'autocommit-fk-on',
    );
    expect(facts.statements.map(({ rows, writes }) => [rows, writes])).toEqual([
      [1, true],
      [0, false],
    ]);
    expect(facts.commits).toBe(1);
  });

  it('says what ROLLBACK TO took back, and what stayed', () => {
    const sql = `DELETE FROM c; SAVEPOINT a; DELETE FROM p WHERE id = 1; SAVEPOINT "B"; DELETE FROM p; ROLLBACK TO SAVEPOINT b;
      INSERT INTO p VALUES (8, 'eight'); RELEASE b; ROLLBACK TRANSACTION TO A; INSERT INTO p VALUES (9, 'nine'); RELEASE a;`;
    const { statuses, facts, path } = run(sql);
    expect(statuses).toEqual(['done', 'done', ...Array(7).fill('rolled back'), 'done', 'done']);
    expect(facts.commits).toBe(2);
    expect(firstValue(path, 'SELECT group_concat(id) FROM p')).toBe('1,2,9');
  });

  it('stops at the first error; what was committed stays, the rest is not run', () => {
    const { facts, path, statuses } = run([
      'CREATE TABLE x(a);',
      'CREATE TABLE y(a);\nINSERT INTO p VALUES (1, 2);\nCREATE TABLE z(a);',
    ]);
    expect(facts).toMatchObject({
      outcome: 'failed',
      commits: 2,
      failure: {
        file: 'm/0002.sql',
        line: 2,
        statement: 2,
        code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        message: 'UNIQUE constraint failed: p.id',
        during: 'statement',
      },
    });
    expect(statuses).toEqual(['done', 'done', 'failed', 'not-run']);
    expect(
      firstValue(path, "SELECT group_concat(name) FROM sqlite_schema WHERE name IN ('x', 'y', 'z')"),
    ).toBe('x,y');
  });

  it('rolls back the file that fails under a profile with a transaction per file, and keeps the earlier ones', () => {
    const { facts, path, statuses } = run(
      ['CREATE TABLE x(a);', 'CREATE TABLE y(a); INSERT INTO p VALUES (1, 2);'],
      'transaction',
    );
    expect(statuses).toEqual(['done', 'rolled back', 'failed']);
    expect(facts.commits).toBe(1);
    expect(firstValue(path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('x', 'y')")).toBe(1);
  });

  it('follows transactions that the file opens and closes itself', () => {
    const { facts, statuses } = run(
      'BEGIN; DELETE FROM c; ROLLBACK; BEGIN; DELETE FROM c; COMMIT; SAVEPOINT s; DELETE FROM p; RELEASE s;',
    );
    expect(statuses).toEqual(['rolled back', 'rolled back', 'rolled back', ...Array(6).fill('done')]);
    expect(facts.commits).toBe(2);
  });

  it('numbers the transactions: one for each statement outside, one for all inside, of the file or of the profile', () => {
    const sql = 'DELETE FROM c; BEGIN; DELETE FROM c; COMMIT; DELETE FROM p;';
    const numbers = ({ facts }: ReturnType<typeof run>) =>
      facts.statements.map(({ transaction }) => transaction);
    expect(numbers(run(sql))).toEqual([1, 2, 2, 2, 3]);
    expect(numbers(run(['DELETE FROM c; SELECT 1;', 'SELECT 2;'], 'transaction'))).toEqual([1, 1, 2]);
  });

  it('sees a transaction that is left open, and that its work is lost', () => {
    const { facts, path, statuses } = run('BEGIN; DELETE FROM c;');
    expect(facts).toMatchObject({ outcome: 'done', leftOpen: true, commits: 0 });
    expect(statuses).toEqual(['rolled back', 'rolled back']);
    expect(firstValue(path, 'SELECT count(*) FROM c')).toBe(2);
  });

  it('reports a COMMIT that fails on a deferred foreign key as the act of the profile', () => {
    const { facts, path } = run(
      'PRAGMA defer_foreign_keys=ON; INSERT INTO c VALUES (30, 99);',
      'transaction',
    );
    expect(facts.failure).toMatchObject({
      during: 'commit',
      file: 'm/0001.sql',
      message: 'FOREIGN KEY constraint failed',
    });
    expect(facts.statements.map(({ rolledBack }) => rolledBack)).toEqual([true, true]);
    expect(firstValue(path, 'SELECT count(*) FROM c')).toBe(2);
  });

  const REBUILD = `PRAGMA foreign_keys=OFF;
    CREATE TABLE p_new(id INTEGER PRIMARY KEY, name TEXT NOT NULL, extra TEXT);
    INSERT INTO p_new SELECT id, name, NULL FROM p; DROP TABLE p; ALTER TABLE p_new RENAME TO p;`;

  it.each([
    ['plain', 2],
    ['autocommit-fk-on', 2],
    ['transaction', 0],
    ['transaction-fk-off', 2],
  ] as const)(
    'a rebuild that turns foreign keys off itself, under %s, leaves %i children',
    (profile, children) => {
      const { facts, path } = run(REBUILD, profile);
      expect(facts.outcome).toBe('done');
      expect(firstValue(path, 'SELECT count(*) FROM c')).toBe(children);
    },
  );

  it('accepts unbound parameters as NULL, as the sqlite3 shell does', () => {
    const { facts, path } = run('INSERT INTO c VALUES (30, ?);');
    expect(facts.outcome).toBe('done');
    expect(firstValue(path, 'SELECT count(*) FROM c WHERE p IS NULL')).toBe(1);
  });

  it('tells of each statement before and after it runs', () => {
    const told: unknown[] = [];
    const plan = planOf('BEGIN; DELETE FROM c; COMMIT;');
    const request = { database: databaseFrom(folder, SCHEMA), plan, samples: 'none' as const };
    toEnd(rehearse(request, (progress) => told.push({ ...progress })));
    expect(told).toMatchObject([
      { started: 0 },
      { at: 0, commits: 0, openSince: 0 },
      { started: 1 },
      { at: 1, commits: 0, openSince: 0, facts: { rows: 2 } },
      { started: 2 },
      { at: 2, commits: 1 },
    ]);
  });
});

describe('messages', () => {
  const failing = (sql: string) => run(sql).facts.failure?.message;

  it('shows a RAISE text that stands in the schema, and withholds one that is made of a value', () => {
    expect(
      failing(
        "CREATE TRIGGER g BEFORE DELETE ON c BEGIN SELECT RAISE(ABORT, 'it''s kept'); END; DELETE FROM c",
      ),
    ).toBe("it's kept");
    expect(
      failing(
        "CREATE TRIGGER g BEFORE DELETE ON p BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: ' || OLD.name); END; DELETE FROM p",
      ),
    ).toBe('message withheld (samples: none)');
  });

  it('withholds what quotes a value', () => {
    expect(failing("SELECT json_extract('{}', name) FROM p")).toBe('message withheld (samples: none)');
  });

  it('shows what only names the schema', () => {
    expect(failing('ALTER TABLE p ADD COLUMN t DEFAULT CURRENT_TIMESTAMP')).toBe(
      'Cannot add a column with non-constant default',
    );
    expect(failing('SELECT * FROM nowhere')).toBe('no such table: nowhere');
    expect(failing('SELEC 1')).toBe('near "SELEC": syntax error');
    expect(failing('INSERT INTO p VALUES (9, NULL)')).toBe('NOT NULL constraint failed: p.name');
  });
});
