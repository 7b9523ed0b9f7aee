import { describe, expect, it } from '@jest/globals';
import type { Allowance } from '../../src/facts/settings.ts';
import { judged, measured } from '../support/preflight.ts';
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
    ['another migration', { migration: '0002' }],
    ['fewer rows', { max: 1 }],
    ['an earlier time', { expires: '2026-06-14' }],
    ['one column of it', { column: 'user' }],
  ])('does not cover what it was given for %s', (_, fields) => {
    expect(outcome([allowance(fields)])).toMatchObject({ severity: 'error', exitCode: 1 });
  });

  it.each<[string, Partial<Allowance>]>([
    ['the very number of rows', { max: 2 }],
    ['the last day', { expires: '2026-06-15' }],
    ['the migration by its number', { migration: '0001' }],
    ['the migration by its file', { migration: '0001.sql' }],
  ])('covers up to %s', (_, fields) => {
    expect(outcome([allowance(fields)])).toMatchObject({ severity: 'notice', exitCode: 0 });
  });

  it('says in the finding how much was allowed', () => {
    expect(outcome([allowance({ max: 1 })]).message).toMatch(/Allowed are at most 1\.$/);
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
