import { describe, expect, it } from '@jest/globals';
import type { DatabaseFacts } from '../../../src/facts/database.ts';
import type { CommandFacts } from '../../../src/facts/rehearsal/command.ts';
import { failureOf } from '../../../src/host/failure.ts';
import { factsWith, judged } from '../../support/preflight.ts';
import { changes, health, rehearsal } from '../../support/record.ts';

const failed = (exitCode: number) => ({
  outcome: 'failed' as const,
  failure: {
    ...{ file: '', code: '', during: 'command' as const },
    message: `it ended with exit code ${exitCode}`,
  },
});

/** Facts of a command that changed the copy and ended well, in a database without a tracking table. */
function facts(
  command: Partial<CommandFacts> = {},
  ran: Parameters<typeof rehearsal>[0] = {},
  more: Partial<DatabaseFacts> = {},
): DatabaseFacts {
  return factsWith({
    command: { recorded: [], bookkeeping: [], copy: 'changed', exitCode: 0, ...command },
    before: health(),
    after: health(),
    changes: changes(),
    rehearsal: rehearsal({ statements: [], commits: 1, ...ran }),
    ...more,
  });
}

const nothing = { tables: [], objects: [], renames: [], unchecked: [] };
const findings = (of: DatabaseFacts, rule: string) =>
  judged(of).findings.filter((finding) => finding.rule === rule);

describe('a command that failed', () => {
  it('leaves the database half migrated where it committed and something differs', () => {
    expect(findings(facts({ exitCode: 1 }, { ...failed(1), commits: 3 }), 'half-migrated')).toMatchObject([
      {
        severity: 'error',
        count: 3,
        message:
          '3 commits stay applied: 1 column added, 1 foreign key added, 1 index added, rows of 1 table.',
      },
    ]);
  });

  it('says which migrations are recorded, and that there may be more commits than were seen', () => {
    const recorded = [{ tool: 'Knex', table: 'knex_migrations', ids: ['1.js', '2.js'] }];
    const [found] = findings(
      facts({ recorded, commitsAtLeast: true }, { ...failed(1), commits: 1 }),
      'half-migrated',
    );
    expect(found?.message).toMatch(
      /^At least 1 commit stays applied: .* Recorded as applied: 1\.js and 2\.js\.$/,
    );
  });

  it('leaves it as it was where only tables of tools differ', () => {
    const own = {
      ...changes(),
      objects: [],
      tables: changes().tables.filter(({ table }) => table === 'goals'),
    };
    const of = facts({ bookkeeping: ['Goals'] }, { ...failed(1), commits: 2 }, { changes: own });
    expect(findings(of, 'half-migrated')).toEqual([]);
  });

  it('is judged by its commits alone where nothing could be compared', () => {
    const { changes: _, after: __, ...cut } = facts({}, { outcome: 'timeout', commits: 2 });
    expect(findings(cut, 'half-migrated')).toMatchObject([{ message: '2 commits stay applied.' }]);
    const { changes: ___, after: ____, ...early } = facts({}, { outcome: 'timeout', commits: 0 });
    expect(findings(early, 'half-migrated')).toEqual([]);
  });

  it.each([
    [1, /job's log/],
    [126, /permission/],
    [127, /no such program/],
  ])('with exit code %d has its way out', (exitCode, remedy) => {
    const [found] = findings(facts({ exitCode }, failed(exitCode)), 'migration-failed');
    expect(found).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(`exit code ${exitCode}.`),
    });
    expect(found?.remedy).toMatch(remedy);
  });

  it('in time is told from one that was killed at its deadline', () => {
    const incidents = [{ task: 'rehearse' as const, kind: 'timeout' as const, detail: 'killed after 9 ms' }];
    expect(findings(facts({}, { outcome: 'timeout' }, { incidents }), 'migration-timeout')).toMatchObject([
      { message: 'The command was still running and was killed after 9 ms.' },
    ]);
  });
});

describe('a command that ended well', () => {
  it('is a migration: its findings, criteria, advice and risk are those of one', () => {
    const record = judged(facts());
    const [database] = record.databases;
    expect(database?.criteria[0]).toEqual({ text: 'The command ends with exit code 0', met: true });
    expect(database?.nextSteps[1]).toBe('Migrate as rehearsed: with the same command.');
    expect(database?.risk.level).not.toBe('unknown');
    expect(failureOf({ ...record, exitCode: 1 })).toMatch(/^The migration has problems/);
  });

  it('has a risk with the longest write transaction only where one was measured', () => {
    const reasons = (command: Partial<CommandFacts>) =>
      judged(facts(command)).databases[0]?.risk.reasons.join() ?? '';
    expect(reasons({ longestWriteMs: 12 })).toContain('Longest write transaction: 12.0 ms');
    expect(reasons({})).not.toContain('Longest');
  });

  it('is told of its commits where no tool keeps account, and only there', () => {
    expect(findings(facts({}, { commits: 26 }), 'not-atomic')).toMatchObject([
      { severity: 'notice', message: 'The command makes 26 commits.' },
    ]);
    expect(findings(facts({ bookkeeping: ['knex_migrations'] }, { commits: 26 }), 'not-atomic')).toEqual([]);
  });

  it('and changed nothing but what tools write for themselves had nothing pending', () => {
    const own = { ...nothing, tables: changes().tables };
    for (const of of [
      facts({ copy: 'read', keepsAccount: true }, { commits: 0 }, { changes: nothing }),
      facts({ copy: 'changed', bookkeeping: ['goals'] }, { commits: 2 }, { changes: own }),
    ]) {
      expect(findings(of, 'nothing-pending')).toMatchObject([{ severity: 'notice' }]);
      expect(judged(of).databases[0]?.recommendation).toMatch(/^The command changed nothing\./);
    }
    expect(
      findings(facts({ copy: 'read' }, { commits: 0 }, { changes: nothing }), 'nothing-pending'),
    ).toEqual([]);
    expect(findings(facts(), 'nothing-pending')).toEqual([]);
    const version = health({ header: { ...health().header, userVersion: 4 } });
    expect(findings(facts({}, {}, { changes: nothing, after: version }), 'nothing-pending')).toEqual([]);
  });

  it('and set another journal mode, as tools do on every connection, is only told so', () => {
    const after = health({ header: { ...health().header, journalMode: 'delete' } });
    expect(findings(facts({}, {}, { after }), 'header-changed')).toMatchObject([{ severity: 'notice' }]);
  });

  it('has allowances for the migrations that it recorded', () => {
    const source = { file: 'preflight.yml' };
    const allow = [{ rule: 'values-changed', table: 'goals', migration: '0013', reason: 'meant', source }];
    const recorded = (id: string) => facts({ recorded: [{ tool: 'Knex', table: 'k', ids: [id] }] });
    const idle = (id: string) => judged(recorded(id), { allow }).findings.map(({ rule }) => rule);
    expect(idle('0013_purge.js')).toContain('allowance-unused');
    expect(idle('0014_other.js')).not.toContain('allowance-unused');
  });
});

it('a command that touched the snapshot proves nothing', () => {
  const record = judged(facts({ snapshotTouched: true }));
  expect([record.verdict, record.exitCode]).toEqual(['failed', 2]);
  expect(record.findings[0]).toMatchObject({
    rule: 'snapshot-changed',
    remedy: expect.stringContaining('DATABASE_PATH'),
  });
});
