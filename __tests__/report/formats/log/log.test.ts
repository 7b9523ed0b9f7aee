import { describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../../../src/facts/record.ts';
import { renderLog } from '../../../../src/report/formats/log/log.ts';
import {
  blockedRecord,
  databaseFacts,
  databaseRecord,
  failedRecord,
  finding,
  health,
  preflightRecord,
  rehearsal,
  statement,
} from '../../../support/record.ts';
import { HOSTILE, hostileRecord } from '../../hostile.ts';

function linesOf(record: PreflightRecord, title: string): string[] | undefined {
  return renderLog(record).find((group) => group.title === title)?.lines;
}

describe('renderLog', () => {
  it('has a group for each phase, then health, verification, changes and the verdict', () => {
    expect(renderLog(preflightRecord()).map(({ title }) => title)).toEqual([
      'migrations/0001_root_id.sql',
      'migrations/0001_root_id.sql: columns',
      'migrations/0002_indexes.sql',
      'Health',
      'Verification',
      'Changes',
      'Verdict',
    ]);
  });

  it('has a line for each statement, with time and rows', () => {
    expect(linesOf(preflightRecord(), 'migrations/0001_root_id.sql')).toEqual([
      '✓ Set root_id  (12.3 ms, 20 rows)',
    ]);
    expect(linesOf(preflightRecord(), 'migrations/0001_root_id.sql: columns')).toEqual([
      '✓ Add root_id column to activity_instances  (0.5 ms)',
    ]);
  });

  it('says why a statement failed, and which ones did not run', () => {
    const record = blockedRecord();
    expect(linesOf(record, 'migrations/0001_root_id.sql: columns')).toEqual([
      '✗ Add root_id column to activity_instances (line 5): Cannot add a column with non-constant default',
    ]);
    expect(linesOf(record, 'migrations/0002_indexes.sql')).toEqual(['- Index goals.root_id: not run']);
  });

  it('says what was rolled back', () => {
    const facts = databaseFacts({ rehearsal: rehearsal({ statements: [statement({ rolledBack: true })] }) });
    const record = preflightRecord({ databases: [databaseRecord({ facts })] });
    expect(linesOf(record, 'migrations/0001_root_id.sql')).toEqual([
      '✓ Set root_id  (12.3 ms, 20 rows), rolled back',
    ]);
  });

  it("tells of a failure of the profile's own statement", () => {
    const failure = {
      file: 'a.sql',
      code: 'SQLITE_BUSY',
      message: 'database is locked',
      during: 'commit',
    } as const;
    const facts = databaseFacts({ rehearsal: rehearsal({ outcome: 'failed', failure }) });
    const record = preflightRecord({ databases: [databaseRecord({ facts })] });
    expect(linesOf(record, 'Failure')).toEqual(['✗ commit (a.sql): database is locked']);
  });

  it('shows health and required values with what they were before', () => {
    const record = preflightRecord();
    expect(linesOf(record, 'Health')).toEqual([
      '✓ integrity: ok (before: ok)',
      '✓ rows without a parent: 0 (before: 0)',
    ]);
    expect(linesOf(record, 'Verification')).toEqual(['✓ goals.root_id: 0 NULLs (before: 20)']);
  });

  it('finds what a renamed column was before', () => {
    const { changes, ...facts } = databaseFacts({
      after: health({ required: [{ table: 'aims', column: 'root', nulls: 1 }] }),
    });
    const renames = [
      { kind: 'table', table: 'aims', from: 'goals', to: 'aims' },
      { kind: 'column', table: 'aims', from: 'root_id', to: 'root' },
    ] as const;
    const renamed = { ...facts, ...(changes && { changes: { ...changes, renames: [...renames] } }) };
    const record = preflightRecord({ databases: [databaseRecord({ facts: renamed })] });
    expect(linesOf(record, 'Verification')).toEqual(['✗ aims.root: 1 NULLs (before: 20)']);
  });

  it('does not call clean what could not be checked', () => {
    const unchecked = [
      { check: 'orphans', table: 'goals', missing: 'no such collation sequence: c' },
    ] as const;
    const facts = databaseFacts({ after: health({ unchecked: [...unchecked] }) });
    expect(linesOf(preflightRecord({ databases: [databaseRecord({ facts })] }), 'Health')).toEqual([
      '✓ integrity: ok (before: ok)',
      '✗ rows without a parent: 0, not every table could be checked (before: 0)',
      '✗ orphans of goals not checked: no such collation sequence: c',
    ]);
  });

  it('counts what changed', () => {
    expect(linesOf(preflightRecord(), 'Changes')).toEqual([
      'goals: 0 added, 0 removed, 20 changed (45 → 45 rows)',
      '1 column added',
      '1 foreign key added',
      '1 index added',
    ]);
  });

  it('ends with the verdict and the findings', () => {
    const allowed = finding({ severity: 'notice', allowed: 'meant' });
    const record = preflightRecord({
      verdict: 'blocked',
      findings: [finding({ location: { file: 'a.sql', line: 2 } }), allowed],
    });
    expect(renderLog(record).at(-1)).toEqual({
      title: 'Verdict',
      lines: [
        '❌ BLOCKED',
        '❌ rows-lost (a.sql:2): goals: 3 rows of 45 are gone.',
        '   → Keep the rows.',
        'ℹ️ rows-lost: goals: 3 rows of 45 are gone. Allowed: meant',
      ],
    });
  });

  it('has only the verdict where nothing was started', () => {
    expect(renderLog(failedRecord('settings')).map(({ title }) => title)).toEqual(['Verdict']);
  });

  it('names the database in the titles where there are several', () => {
    const other = databaseRecord({ facts: databaseFacts({ path: 'other.db' }) });
    const titles = renderLog(preflightRecord({ databases: [databaseRecord(), other] })).map(
      ({ title }) => title,
    );
    expect(titles).toContain('snapshots/goals.db: Health');
    expect(titles).toContain('other.db: Health');
  });

  it.each(HOSTILE)('holds no line break and no control character for %j', (name) => {
    for (const { title, lines } of renderLog(hostileRecord(name)))
      expect([title, ...lines].join('')).not.toMatch(/(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  it('is the same for the same record', () => {
    expect(renderLog(blockedRecord())).toEqual(renderLog(structuredClone(blockedRecord())));
  });
});
