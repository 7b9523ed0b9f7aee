import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../../src/facts/finding.ts';
import type { PreflightRecord } from '../../../src/facts/record.ts';
import { renderAnnotations } from '../../../src/report/formats/annotations/annotations.ts';
import { renderLog } from '../../../src/report/formats/log/log.ts';
import { recordText } from '../../../src/report/formats/terminal/terminal-text.ts';
import {
  groupFindings,
  inDatabases,
  verdictCounts,
  worstDatabases,
} from '../../../src/report/shared/groups.ts';
import { databaseFacts, databaseRecord, finding, preflightRecord } from '../../support/record.ts';

const inDb = (database: string, overrides = {}) => finding({ database, ...overrides });

/** A run over databases with these verdicts; each that is not cleared has lost the same rows. */
function runOver(...verdicts: Verdict[]): PreflightRecord {
  const databases = verdicts.map((verdict, at) =>
    databaseRecord({ verdict, facts: databaseFacts({ path: `tenant-${at}.db` }) }),
  );
  const findings = databases
    .filter(({ verdict }) => verdict !== 'cleared')
    .map(({ facts }) => inDb(facts.path));
  return preflightRecord({ verdict: 'blocked', databases, findings });
}

describe('groups of findings', () => {
  it('are one for equal findings of several databases, in the order of the first', () => {
    const groups = groupFindings([inDb('a.db'), inDb('b.db', { message: 'other' }), inDb('c.db'), inDb('')]);
    expect(groups.map(({ finding: { message }, databases }) => [message, databases])).toEqual([
      ['goals: 3 rows of 45 are gone.', ['a.db', 'c.db']],
      ['other', ['b.db']],
    ]);
  });

  it.each([
    ['rule', { rule: 'values-cleared' }],
    ['severity', { severity: 'notice' }],
    ['message', { message: 'm' }],
    ['table', { table: 't' }],
    ['columns', { columns: ['c'] }],
    ['object', { object: 'i' }],
    ['file', { location: { file: 'a.sql' } }],
    ['line', { location: { file: 'a.sql', line: 2 } }],
    ['allowance', { allowed: 'meant' }],
  ])('are two where the %s differs', (_, overrides) => {
    expect(groupFindings([inDb('a.db'), inDb('b.db', overrides)])).toHaveLength(2);
  });

  it('keep two equal findings of one database apart', () => {
    const groups = groupFindings([inDb('a.db'), inDb('a.db'), inDb('b.db')]);
    expect(groups.map(({ databases }) => databases)).toEqual([['a.db', 'b.db'], ['a.db']]);
  });

  it.each([
    [0, ''],
    [1, 'in 0.db'],
    [3, 'in 3 databases: 0.db, 1.db, 2.db'],
    [1234, 'in 1,234 databases: 0.db, 1.db, 2.db and 1,231 more'],
  ])('of %i databases name the first few', (length, text) => {
    expect(inDatabases(Array.from({ length }, (_, at) => `${at}.db`))).toBe(text);
  });
});

describe('several databases', () => {
  const run = runOver('cleared', 'blocked', 'failed', 'blocked', 'warned', 'cleared');

  it('are counted by verdict, and told of worst first', () => {
    expect(verdictCounts(run.databases)).toBe('1 failed, 2 blocked, 1 warned, 2 cleared');
    const { shown, others } = worstDatabases(run);
    expect(shown.map(({ facts }) => facts.path)).toEqual([2, 1, 3, 4].map((at) => `tenant-${at}.db`));
    expect(others.map(({ verdict }) => verdict)).toEqual(['cleared', 'cleared']);
  });

  it('give the log one entry for each finding, and groups of the worst only where they are many', () => {
    expect(renderLog(run).at(-1)?.lines).toEqual([
      '❌ BLOCKED, 6 databases: 1 failed, 2 blocked, 1 warned, 2 cleared',
      '❌ rows-lost: goals: 3 rows of 45 are gone.',
      '   in 4 databases: tenant-1.db, tenant-2.db, tenant-3.db and 1 more',
      '   → Keep the rows.',
    ]);
    const many = renderLog(runOver('blocked', ...Array.from({ length: 999 }, () => 'cleared' as const)));
    const named = new Set(many.slice(0, -1).map(({ title }) => title.replace(/:.*/, '')));
    expect([...named]).toEqual(['tenant-0.db']);
  });

  it('give one annotation for each finding, with their number', () => {
    expect(renderAnnotations(run).map(({ message }) => message)).toEqual([
      'goals: 3 rows of 45 are gone. (in 4 databases: tenant-1.db, tenant-2.db, tenant-3.db and 1 more) Keep the rows.',
    ]);
  });

  it('give the terminal one entry for each finding, and a line or two for each of the worst', () => {
    const lines = recordText(run).map(({ text }) => text);
    expect(lines.slice(0, 7)).toEqual([
      '',
      'error[rows-lost]: goals: 3 rows of 45 are gone.',
      '  in 4 databases: tenant-1.db, tenant-2.db, tenant-3.db and 1 more',
      '  = fix: Keep the rows.',
      '  = see: sqlite-preflight explain rows-lost',
      '',
      '❌ BLOCKED 6 databases: 1 failed, 2 blocked, 1 warned, 2 cleared',
    ]);
    expect(lines[7]).toMatch(/^💥 tenant-2\.db: /);
    expect(lines.at(-1)).toBe('Others: 2 cleared');
    expect(recordText(runOver('cleared', 'cleared')).at(-1)?.text).toBe('2 cleared');
  });
});
