import { expect, it } from '@jest/globals';
import { blockedRecord, rehearsal, statement } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

const log = (record: Parameters<typeof sectionOf>[0]) =>
  sectionOf(record, 'Statement log')
    ?.split('\n')
    .filter((line) => /^(In |\| \d)/.test(line));

it('has line, title, status, time and rows of each statement, below its phase', () => {
  expect(log(blockedRecord())).toEqual([
    'In `migrations/0001_root_id.sql`:',
    '| 1 | Set root_id | ✅ done | 12.3 ms | 20 |',
    'In `migrations/0001_root_id.sql: columns`:',
    '| 5 | Add root_id column to activity_instances | ❌ failed | 0.5 ms |  |',
    'In `migrations/0002_indexes.sql`:',
    '| 2 | Index goals.root_id | – not run |  |  |',
  ]);
});

it('says what was rolled back', () => {
  expect(
    log(recordOf({ rehearsal: rehearsal({ statements: [statement({ rolledBack: true })] }) }))?.[1],
  ).toBe('| 1 | Set root_id | ✅ done, rolled back | 12.3 ms | 20 |');
});
