import { describe, expect, it } from '@jest/globals';
import { blockedRecord, plan, rehearsal, statement } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

const TITLE = 'Script validation';
const lines = (record: Parameters<typeof sectionOf>[0]) => sectionOf(record, TITLE)?.split('\n');

describe('script validation', () => {
  it('counts the commits of a run without an error, and says what was not rehearsed', () => {
    expect(lines(recordOf({}))).toEqual([
      '- Commits with a change: 3 (the profile opens no transaction: each statement commits by itself unless the file says BEGIN).',
      '- No statement failed.',
      '- Statements rolled back: 0. Statements not run: 0.',
      '- A second run, the rollback and a crash: not rehearsed.',
    ]);
  });

  it('says what an error leaves applied', () => {
    expect(lines(blockedRecord())?.slice(1, 5)).toEqual([
      '- Error: Cannot add a column with non-constant default (`SQLITE_ERROR`, `migrations/0001_root_id.sql:5`).',
      '- After that 1 statement stays applied:',
      '  - Set root_id (`migrations/0001_root_id.sql:1`)',
      '- Statements rolled back: 0. Statements not run: 1.',
    ]);
  });

  it('says that nothing stays where everything was rolled back', () => {
    const failure = {
      file: 'a.sql',
      code: 'SQLITE_BUSY',
      message: 'database is locked',
      during: 'commit',
    } as const;
    const record = recordOf({
      plan: plan({
        profile: { name: 'transaction', transaction: 'file', foreignKeys: true, doubleQuotedText: true },
      }),
      rehearsal: rehearsal({
        outcome: 'failed',
        commits: 0,
        statements: [statement({ rolledBack: true })],
        failure,
      }),
    });
    expect(lines(record)?.slice(0, 4)).toEqual([
      '- Commits with a change: 0 (the profile opens one transaction for each file).',
      "- Error: database is locked (`SQLITE_BUSY`, `a.sql`, on the profile's COMMIT).",
      '- After that nothing stays applied.',
      '- Statements rolled back: 1. Statements not run: 0.',
    ]);
  });

  it('tells of the deadline, of an open transaction and of what the machine said', () => {
    const statements = [statement(), statement({ line: 9, title: 'Slow', status: 'failed', writes: false })];
    const record = recordOf({
      rehearsal: rehearsal({ outcome: 'timeout', leftOpen: true, statements }),
      incidents: [{ task: 'rehearse', kind: 'timeout', detail: 'killed after 30 minutes' }],
    });
    const section = sectionOf(record, TITLE);
    expect(section).toContain('- A transaction was still open at the end.');
    expect(section).toContain('- Stopped at the deadline in Slow (`migrations/0001_root_id.sql:9`).');
    expect(section).toContain('- rehearse: timeout, killed after 30 minutes');
  });

  it('names forty statements that stay and counts the rest', () => {
    const statements = Array.from({ length: 42 }, (_, at) => statement({ line: at + 1 }));
    const record = recordOf({ rehearsal: rehearsal({ outcome: 'timeout', statements }) });
    const named = lines(record)?.filter((line) => line.startsWith('  - '));
    expect(named).toHaveLength(41);
    expect(named?.at(-1)).toBe('  - and 2 more');
  });

  it('is left out where nothing was rehearsed', () => {
    expect(sectionOf(recordOf({ rehearsal: rehearsal({ outcome: 'not-run' }) }), TITLE)).toBeUndefined();
  });
});
