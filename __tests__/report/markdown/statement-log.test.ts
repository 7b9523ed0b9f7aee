import { expect, it } from '@jest/globals';
import { blockedRecord, rehearsal, step } from '../../support/record.ts';
import { recordOf, sectionOf } from './sections.ts';

const rows = (record: Parameters<typeof sectionOf>[0]) =>
  sectionOf(record, 'Statement log')
    ?.split('\n')
    .filter((line) => line.startsWith('| `'));

it('has place, title, status, time and rows of each statement', () => {
  expect(rows(blockedRecord())).toEqual([
    '| `migrations/0001_root_id.sql:1` | Set root_id | ✅ done | 12.3 ms | 20 |',
    '| `migrations/0001_root_id.sql:5` | Add root_id column to activity_instances | ❌ failed | 0.5 ms |  |',
    '| `migrations/0002_indexes.sql:2` | Index goals.root_id | – not run |  |  |',
  ]);
});

it('says what was rolled back', () => {
  expect(rows(recordOf({ rehearsal: rehearsal({ steps: [step({ rolledBack: true })] }) }))).toEqual([
    '| `migrations/0001_root_id.sql:1` | Set root_id | ✅ done, rolled back | 12.3 ms | 20 |',
  ]);
});
