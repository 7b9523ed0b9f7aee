import { describe, expect, it } from '@jest/globals';
import type { ChangeFacts } from '../../src/facts/changes.ts';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Risk } from '../../src/facts/record.ts';
import type { CommandFacts } from '../../src/facts/rehearsal/command.ts';
import { riskOf } from '../../src/judge/risk.ts';
import { changes, databaseFacts, finding, health, rehearsal, statement } from '../support/record.ts';

/** Facts in which every reason is of level low, but for what is given. */
function factsWith(overrides: Partial<DatabaseFacts> = {}): DatabaseFacts {
  return databaseFacts({ changes: { ...changes(), tables: [], objects: [] }, ...overrides });
}

const riskWith = (overrides: Partial<DatabaseFacts>) => riskOf(factsWith(overrides), []);
const reason = ({ reasons }: Risk, beginning: string) => reasons.filter((text) => text.startsWith(beginning));

it('is low where every reason is, and each of them is told', () => {
  expect(riskWith({})).toEqual({
    level: 'low',
    reasons: [
      'Additive: no row, value or object that was there is removed or changed.',
      'Reversible: every row and value that was there is still there.',
      'Not atomic: 3 commits; an interruption leaves the earlier ones applied.',
      'Longest write transaction: 13.1 ms; other writers wait that long at least.',
      'No extra disk: 45,056 → 45,056 bytes.',
      'Sound before the migration: integrity ok, no orphans.',
      'Size: 1,124 rows in 2 tables.',
    ],
  });
});

describe('growth on disk', () => {
  const grown = (from: number, to: number) =>
    riskWith({ before: health({ bytes: from }), after: health({ bytes: to }) });

  it.each([
    ['more than 100 MB and to more than twice the size', 100_000_000, 200_000_001, 'medium'],
    ['100 MB', 1000, 100_001_000, 'low'],
    ['one byte more', 1000, 100_001_001, 'medium'],
    ['much, and to twice the size', 150_000_000, 300_000_000, 'low'],
    ['much, of a large file', 900_000_000, 1_100_000_000, 'low'],
    ['little, to many times the size', 10_000_000, 100_000_000, 'low'],
  ])('%s: from %i to %i bytes it is of level %s', (_, from, to, level) => {
    const risk = grown(from, to);
    expect(risk.level).toBe(level);
    expect(reason(risk, 'Extra disk:')).toHaveLength(1);
  });

  it('is told in bytes, and not where a file became smaller', () => {
    expect(reason(grown(1000, 3000), 'Extra')).toEqual(['Extra disk: 2,000 bytes (1,000 → 3,000).']);
    expect(reason(grown(3000, 1000), 'No extra')).toEqual(['No extra disk: 3,000 → 1,000 bytes.']);
  });

  it('counts the peak while it runs, where that was measured', () => {
    const peak = { database: 1_500_000_000, wal: 0, journal: 999_000_000, temp: 2000 };
    const risk = riskWith({
      before: health({ bytes: 1_000_000_000 }),
      after: health({ bytes: 900_000_000 }),
      rehearsal: { ...factsWith().rehearsal, outcome: 'done', peak },
    });
    expect(risk.level).toBe('medium');
    expect(reason(risk, 'Extra')).toEqual([
      'Extra disk: up to 1,499,002,000 bytes while it runs, of it journal 999,000,000, temporary files 2,000; none afterwards (1,000,000,000 → 900,000,000).',
    ]);
  });
});

describe('findings', () => {
  it.each([
    [['error', 'warning', 'error'], 'high', '2 findings of severity error.'],
    [['warning', 'notice'], 'medium', '1 finding of severity warning.'],
  ] as const)('of severities %j make it %s: %s', (severities, level, text) => {
    const risk = riskOf(
      factsWith(),
      severities.map((severity) => finding({ severity })),
    );
    expect(risk.level).toBe(level);
    expect(risk.reasons[0]).toBe(text);
  });

  it('that are notices are no reason', () => {
    expect(riskOf(factsWith(), [finding({ severity: 'notice' })])).toEqual(riskWith({}));
  });
});

describe('what was there', () => {
  const table = { table: 't', before: 9, after: 8, added: 0, proof: 'records' as const };
  const column = { column: 'c', filled: 100, changed: 1, nulled: 2, retyped: 4 };
  const having = (changed: Partial<ChangeFacts>) =>
    riskWith({ changes: { ...changes(), tables: [], objects: [], ...changed } });

  it('counts rows, values and objects that are gone', () => {
    const risk = having({
      tables: [{ ...table, removed: 8, changed: 7, columns: [column] }],
      objects: [
        { kind: 'index', name: 'i', change: 'removed' },
        { kind: 'index', name: 'j', change: 'changed' },
      ],
    });
    expect(risk.level).toBe('medium');
    expect(reason(risk, 'Not additive')).toEqual([
      'Not additive: 8 rows removed, 7 values changed, 1 object removed.',
    ]);
    expect(reason(risk, 'Not rev')).toEqual([
      'Not reversible: only a backup brings back 8 rows and 7 values.',
    ]);
  });

  it('is told of as many values as rows, too', () => {
    const risk = having({ tables: [{ ...table, removed: 7, changed: 7, columns: [column] }] });
    expect(reason(risk, 'Not rev')).toEqual([
      'Not reversible: only a backup brings back 7 rows and 7 values.',
    ]);
  });

  it('is not touched by values that were filled', () => {
    const filled = { ...column, changed: 0, nulled: 0, retyped: 0 };
    expect(having({ tables: [{ ...table, removed: 0, changed: 100, columns: [filled] }] }).level).toBe('low');
  });

  it('takes along what a dropped table and a dropped column held', () => {
    const risk = having({
      objects: [
        { kind: 'table', name: 't', change: 'removed', held: 20 },
        { kind: 'column', name: 'c', table: 'u', change: 'removed', held: 3 },
        { kind: 'column', name: 'd', table: 'u', change: 'added', held: 5 },
        { kind: 'index', name: 'i', change: 'removed', held: 7 },
      ],
    });
    expect(reason(risk, 'Not rev')).toEqual([
      'Not reversible: only a backup brings back 20 rows and 3 values.',
    ]);
  });
});

describe('commits', () => {
  const files = [statement({ file: 'a.sql' }), statement({ file: 'b.sql' })];
  const committed = (commits: number, command?: CommandFacts) =>
    riskWith({ rehearsal: rehearsal({ statements: files, commits }), ...(command && { command }) });

  it.each([
    [0, 'Atomic: at most one commit, so a failure leaves nothing behind.'],
    [1, 'Atomic: at most one commit, so a failure leaves nothing behind.'],
    [2, 'One commit for each of 2 files.'],
    [3, 'Not atomic: 3 commits; an interruption leaves the earlier ones applied.'],
  ])('%i of two files: %s', (commits, text) => {
    expect(committed(commits).reasons).toContain(text);
  });

  it.each([
    [1, {}, 'Atomic: at most one commit, so a failure leaves nothing behind.'],
    [2, {}, 'Not atomic as a whole: 2 commits.'],
    [1, { commitsAtLeast: true as const }, 'Not atomic as a whole: at least 1 commit.'],
  ])('%i of a command %j: %s', (commits, more, text) => {
    const command = { recorded: [], bookkeeping: [], ...more };
    expect(committed(commits, command).reasons).toContain(text);
  });
});

describe('the longest write transaction', () => {
  const written = (longestWriteMs?: number) =>
    riskWith({
      command: { recorded: [], bookkeeping: [], ...(longestWriteMs !== undefined && { longestWriteMs }) },
    });

  it.each([
    [999.94, '999.9 ms', 'low'],
    [1000, '1.0 s', 'low'],
    [5000, '5.0 s', 'low'],
    [5001, '5.0 s', 'medium'],
  ])('of a command, %f ms, is told as %s and of level %s', (ms, time, level) => {
    const risk = written(ms);
    expect(reason(risk, 'Longest')).toEqual([
      `Longest write transaction: ${time}; other writers wait that long at least.`,
    ]);
    expect(risk.level).toBe(level);
  });

  it('is not told where it was not measured, and is none where nothing was written', () => {
    expect(reason(written(), 'Longest')).toEqual([]);
    const read = rehearsal({ statements: [statement({ writes: false, ms: 7000 })] });
    expect(reason(riskWith({ rehearsal: read }), 'Longest')).toEqual([
      'Longest write transaction: 0.0 ms; other writers wait that long at least.',
    ]);
  });
});

describe('the state before', () => {
  it('is high for a damaged file, and medium for rows without a parent', () => {
    const damaged = riskWith({ before: health({ integrity: { result: 'damaged', messages: [] } }) });
    expect(damaged.level).toBe('high');
    expect(damaged.reasons).toContain('The file was damaged before the migration.');
    const orphans = ['t', 'u'].map((table, at) => ({
      ...{ table, columns: ['p'], parent: 'p', parentColumns: ['id'] },
      rows: at + 1,
    }));
    const lost = health({ orphans });
    expect(riskWith({ before: lost }).level).toBe('medium');
    expect(riskWith({ before: lost }).reasons).toContain('3 rows had no parent before the migration.');
  });
});

describe('a rehearsal that did not come to its end', () => {
  it('is high, and says how far it came', () => {
    const statements = [statement(), statement({ status: 'failed' }), statement({ status: 'not-run' })];
    expect(riskWith({ rehearsal: rehearsal({ outcome: 'failed', statements }) })).toEqual({
      level: 'high',
      reasons: ['The rehearsal did not run to its end: 1 of 3 statements ran.'],
    });
    const command = { recorded: [], bookkeeping: [] };
    const failed = rehearsal({ outcome: 'failed', commits: 1, statements: [] });
    expect(riskWith({ rehearsal: failed, command }).reasons).toEqual([
      'The command did not run to its end; 1 commit.',
    ]);
  });

  it('is unknown where there was none', () => {
    const { plan: _, ...unplanned } = factsWith();
    const { before: __, ...unmeasured } = factsWith();
    for (const facts of [unplanned, unmeasured]) {
      expect(riskOf(facts, [])).toEqual({ level: 'unknown', reasons: ['Nothing was rehearsed.'] });
    }
  });
});
