import { describe, expect, it } from '@jest/globals';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Plan } from '../../src/facts/plan.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import type { Allowance } from '../../src/facts/settings.ts';
import { judge } from '../../src/judge/judge.ts';
import { factsWith, judged, measured, NOW, settingsWith } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE sessions(id INTEGER PRIMARY KEY, user); INSERT INTO sessions VALUES (1, 1), (2, 1), (3, 2);
  CREATE TABLE logs(id INTEGER PRIMARY KEY); INSERT INTO logs VALUES (1); CREATE INDEX idx_user ON sessions(user);`;
const PURGE = 'DELETE FROM sessions WHERE id < 3;';
const source = { file: 'preflight.yml', line: 4 };
const allowance = (fields: Partial<Allowance> = {}): Allowance => ({
  rule: 'rows-lost',
  table: 'sessions',
  reason: 'expired sessions are purged',
  source,
  ...fields,
});

/** Severity and reason of the rows-lost finding of `sessions`, and the exit code. */
function outcome(allow: Allowance[], migration = PURGE) {
  const record = judged(measured(folder, SCHEMA, migration), { allow });
  const finding = record.findings.find(({ rule, table }) => rule === 'rows-lost' && table === 'sessions');
  return {
    severity: finding?.severity,
    allowed: finding?.allowed,
    message: finding?.message,
    exitCode: record.exitCode,
  };
}

describe('an allowance', () => {
  it('turns the finding into a notice with its reason', () => {
    expect(outcome([allowance()])).toMatchObject({
      severity: 'notice',
      allowed: 'expired sessions are purged',
      exitCode: 0,
    });
    expect(outcome([allowance({ table: 'SESSIONS' })])).toMatchObject({ severity: 'notice' });
  });

  it.each<[string, Partial<Allowance>]>([
    ['another rule', { rule: 'values-cleared' }],
    ['another table', { table: 'logs' }],
    ['another table, as a comment names it', { subject: 'logs' }],
    ['another migration', { migration: '0002' }],
    ['fewer rows', { max: 1 }],
    ['an earlier time', { expires: '2026-06-14' }],
    ['one column of it', { column: 'user' }],
  ])('does not cover what it was given for %s', (_, fields) => {
    expect(outcome([allowance(fields)])).toMatchObject({ severity: 'error', exitCode: 1 });
  });

  it('of one migration does not cover what another one did', () => {
    const files = ['CREATE TABLE x(a);', PURGE];
    const severities = (migration: string) => {
      const allow = [allowance({ migration, source: { file: 'm/x.sql', line: 1 } })];
      const { findings } = judged(measured(folder, SCHEMA, files), { allow });
      return findings
        .filter(({ rule }) => /rows-lost|unused/.test(rule))
        .map(({ rule, severity }) => [rule, severity]);
    };
    for (const own of ['m/0002.sql', '0002', '2']) expect(severities(own)).toEqual([['rows-lost', 'notice']]);
    for (const other of ['m/0001.sql', '0001', '1']) {
      expect(severities(other)).toEqual([
        ['rows-lost', 'error'],
        ['allowance-unused', 'warning'],
      ]);
    }
  });

  it('of a migration that is not pending does nothing, and is none too many', () => {
    const allow = [allowance({ migration: 'm/0000.sql', source: { file: 'm/0000.sql', line: 1 } })];
    expect(outcome(allow)).toMatchObject({ severity: 'error', exitCode: 1 });
    const { findings } = judged(measured(folder, SCHEMA, PURGE), { allow });
    expect(findings.map(({ rule }) => rule)).not.toContain('allowance-unused');
  });

  it.each<[string, Partial<Allowance>]>([
    ['the very number of rows', { max: 2 }],
    ['the last day', { expires: '2026-06-15' }],
    ['the migration by its number', { migration: '0001' }],
    ['the migration by its file', { migration: '0001.sql' }],
    ['the migration by its path', { migration: 'm/0001.sql' }],
    ['the migration by its number without zeros', { migration: '1' }],
    ['the table, as a comment names it', { subject: 'Sessions' }],
  ])('covers up to %s', (_, fields) => {
    expect(outcome([allowance(fields)])).toMatchObject({ severity: 'notice', exitCode: 0 });
  });

  it('says in the finding how much was allowed', () => {
    expect(outcome([allowance({ max: 1 })]).message).toMatch(/Allowed are at most 1\.$/);
    const several = [allowance({ max: 0 }), allowance({ max: 1 })];
    expect(outcome(several).message).toMatch(/Allowed are at most 1\.$/);
    expect(outcome(several.toReversed()).message).toMatch(/Allowed are at most 1\.$/);
  });

  it('covers an object by its name', () => {
    const migration =
      'CREATE TABLE n(id INTEGER PRIMARY KEY, user); INSERT INTO n SELECT * FROM sessions; DROP TABLE sessions; ALTER TABLE n RENAME TO sessions;';
    const allow = [{ rule: 'index-lost', object: 'idx_user', reason: 'unused', source }];
    const record = judged(measured(folder, SCHEMA, migration), { allow });
    expect(record.findings.find(({ rule }) => rule === 'index-lost')).toMatchObject({
      severity: 'notice',
      allowed: 'unused',
    });
    expect(record.verdict).toBe('cleared');
  });

  it('of one column does not cover a finding of two, and covers one of that column alone', () => {
    const schema = "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES (1, 'x', 'y');";
    const allow = [{ rule: 'values-cleared', table: 't', column: 'A', reason: 'unused', source }];
    const cleared = (migration: string) =>
      judged(measured(folder, schema, migration), { allow }).findings.find(
        ({ rule }) => rule === 'values-cleared',
      );
    expect(cleared('UPDATE t SET a = NULL, b = NULL;')).toMatchObject({
      columns: ['a', 'b'],
      severity: 'error',
    });
    expect(cleared('UPDATE t SET a = NULL;')).toMatchObject({ columns: ['a'], severity: 'notice' });
    expect(cleared('UPDATE t SET b = NULL;')).toMatchObject({ columns: ['b'], severity: 'error' });
  });

  describe('of one column among several', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES (1, 'X', 'y '), (2, 'Z', 'w'), (3, 'q', 'r');`;
    const both = 'UPDATE t SET a = lower(a), b = trim(b);';
    const of = (column: string, fields: Partial<Allowance> = {}) =>
      allowance({ rule: 'values-changed', table: 't', column, reason: `${column} is unified`, ...fields });
    const findings = (allow: Allowance[], migration: string | string[] = both) =>
      judged(measured(folder, schema, migration), { allow }).findings.filter(({ rule }) =>
        /values-changed|unused/.test(rule),
      );

    it('clears the finding together with those of the others', () => {
      expect(findings([of('a'), of('B')])).toMatchObject([
        { severity: 'notice', columns: ['a', 'b'], count: 3, allowed: 'a is unified; B is unified' },
      ]);
    });

    it('is not enough alone, which the finding says', () => {
      expect(findings([of('a')])).toMatchObject([
        { severity: 'warning', message: 't: 3 values changed: a (2), b (1). Allowed is that of a alone.' },
      ]);
    });

    it('counts its own column against its limit', () => {
      expect(findings([of('a', { max: 2 }), of('b', { max: 1 })])).toMatchObject([{ severity: 'notice' }]);
      expect(findings([of('a', { max: 1 }), of('b')])).toMatchObject([
        {
          severity: 'warning',
          message: expect.stringMatching(/Allowed is that of a and b alone \(a: at most 1\)\.$/),
        },
      ]);
    });

    it('covers what its own file did, file by file', () => {
      const files = ['UPDATE t SET a = lower(a);', 'UPDATE t SET b = trim(b);'];
      const own = [of('a', { migration: '1' }), of('b', { migration: '2' })];
      expect(findings(own, files)).toMatchObject([
        { severity: 'notice', columns: ['a'], count: 2, location: { file: 'm/0001.sql' } },
        { severity: 'notice', columns: ['b'], count: 1, location: { file: 'm/0002.sql' } },
      ]);
      expect(findings([of('a', { migration: '1' }), of('b', { migration: '1' })], files)).toMatchObject([
        { rule: 'allowance-unused', severity: 'warning' },
        { columns: ['b'], severity: 'warning' },
        { columns: ['a'], severity: 'notice' },
      ]);
    });
  });

  it('of one file covers the rows that it deleted, and not those that the rebuild of another one left out', () => {
    const rebuild =
      'CREATE TABLE n(id INTEGER PRIMARY KEY, user); INSERT INTO n SELECT id, user FROM sessions WHERE user = 1; DROP TABLE sessions; ALTER TABLE n RENAME TO sessions;';
    const allow = [allowance({ migration: '1' })];
    const files = ['DELETE FROM sessions WHERE id = 1;', rebuild];
    const { findings } = judged(measured(folder, SCHEMA, files), { allow });
    expect(findings.filter(({ rule }) => /rows-lost|unused/.test(rule))).toMatchObject([
      {
        severity: 'error',
        count: 1,
        location: { file: 'm/0002.sql', line: 1 },
        message: 'sessions: 1 row of 3 is gone by this file, 2 by all that is pending.',
      },
      { severity: 'notice', count: 1, location: { file: 'm/0001.sql', line: 1 } },
    ]);
  });

  it('covers one of two tables, and the other still blocks', () => {
    const record = judged(measured(folder, SCHEMA, `${PURGE} DELETE FROM logs;`), { allow: [allowance()] });
    expect(record.findings.map(({ rule, table, severity }) => [rule, table, severity])).toEqual(
      expect.arrayContaining([
        ['rows-lost', 'logs', 'error'],
        ['rows-lost', 'sessions', 'notice'],
      ]),
    );
    expect(record.exitCode).toBe(1);
  });
});

describe('an allowance in several databases', () => {
  const other = (path: string, migration = PURGE) => ({ ...measured(folder, SCHEMA, migration), path });
  const judgedAll = (allow: Allowance[], ...databases: DatabaseFacts[]) =>
    judge(databases, settingsWith({ allow }), { now: NOW, tool: judged(factsWith()).tool });
  const spelt = (record: PreflightRecord) =>
    record.findings.map(({ rule, severity, database }) => [rule, severity, database]);

  it('covers the finding in each of them, and one that met it is enough to be of use', () => {
    const record = judgedAll([allowance()], other('a.db'), other('b.db', 'SELECT 1'), other('c.db'));
    expect(spelt(record)).toEqual([
      ['rows-lost', 'notice', 'a.db'],
      ['rows-lost', 'notice', 'c.db'],
    ]);
  });

  it('that met it nowhere is one warning, of no database', () => {
    const record = judgedAll([allowance()], other('a.db', 'SELECT 1'), other('b.db', 'SELECT 1'));
    expect(spelt(record)).toEqual([['allowance-unused', 'warning', '']]);
    expect(record.verdict).toBe('warned');
    expect(record.databases.map(({ verdict }) => verdict)).toEqual(['cleared', 'cleared']);
  });

  it('counts only where its migration is pending', () => {
    const applied = other('b.db');
    const elsewhere = { ...applied, plan: { ...(applied.plan as Plan), pending: [] } };
    const record = judgedAll([allowance({ migration: '0001' })], other('a.db'), elsewhere);
    expect(spelt(record)).toContainEqual(['rows-lost', 'notice', 'a.db']);
    expect(spelt(record)).toContainEqual(['rows-lost', 'error', 'b.db']);
  });
});

it('a comment that names an object covers that one, and an index beside it still counts', () => {
  const schema = `${SCHEMA} CREATE INDEX idx_id ON sessions(user, id);`;
  const rebuild =
    'CREATE TABLE n(id INTEGER PRIMARY KEY, user); INSERT INTO n SELECT * FROM sessions; DROP TABLE sessions; ALTER TABLE n RENAME TO sessions;';
  const allow = [{ rule: 'index-lost', subject: 'idx_user', reason: 'unused', source }];
  const { findings } = judged(measured(folder, schema, rebuild), { allow });
  const lost = findings.filter(({ rule }) => rule === 'index-lost');
  expect(lost.map(({ object, severity }) => [object, severity])).toEqual([
    ['idx_id', 'warning'],
    ['idx_user', 'notice'],
  ]);
});

it.each([
  ['0013_purge.sql', '13', true],
  ['0013_purge.sql', '0013', true],
  ['0013_purge.sql', '0013_purge', true],
  ['0013_purge.sql', '0013_purge.sql', true],
  ['V13__purge.sql', '13', false],
  ['00130_purge.sql', '13', false],
  ['0013a.sql', '13', false],
  ['0013B.sql', '13', false],
  ['add_0013.sql', '13', false],
  ['13.sql', 'no 13', false],
  ['13.sql', '13th', false],
  ['0013_purge.sql', 'purge', false],
])('the migration %s is meant by %s: %s', (name, migration, meant) => {
  const facts = measured(folder, SCHEMA, PURGE);
  const pending = [{ id: name.replace('.sql', ''), file: `m/${name}`, statements: 1 }];
  const record = judged(
    { ...facts, plan: { ...(facts.plan as Plan), pending } },
    { allow: [allowance({ migration })] },
  );
  expect(record.findings[0]?.allowed !== undefined).toBe(meant);
});

it('is not called unused where the rehearsal did not come to its end, in a health check, and with nothing pending', () => {
  const allow = [allowance()];
  const rules = (facts: DatabaseFacts) => judged(facts, { allow }).findings.map(({ rule }) => rule);
  expect(rules(measured(folder, SCHEMA, 'SELECT nothing'))).not.toContain('allowance-unused');
  expect(rules(measured(folder, SCHEMA))).toEqual([]);
  const idle = measured(folder, SCHEMA, 'SELECT 1');
  expect(rules({ ...idle, plan: { ...(idle.plan as Plan), pending: [] } })).not.toContain('allowance-unused');
});
