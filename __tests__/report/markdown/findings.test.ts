import { describe, expect, it } from '@jest/globals';
import { findingList } from '../../../src/report/markdown/findings.ts';
import { finding } from '../../support/record.ts';

describe('the findings', () => {
  it('say what, where, what to do, and how to see the rows', () => {
    const query = 'SELECT * FROM "goals" WHERE "id" IS NULL;';
    const location = { file: 'migrations/0002.sql', line: 14 };
    expect(findingList([finding({ query, location })], '##')).toEqual([
      '## Why',
      [
        '- ❌ **Rows are lost** (`rows-lost`, `migrations/0002.sql:14`)<br>',
        '  goals: 3 rows of 45 are gone.<br>',
        '  → Keep the rows.',
        '',
        '  ```sql',
        '  SELECT * FROM "goals" WHERE "id" IS NULL;',
        '  ```',
      ].join('\n'),
    ]);
  });

  it('fold the notices, with the reason of an allowance', () => {
    const notices = [finding({ severity: 'notice', allowed: 'meant' }), finding({ severity: 'notice' })];
    const [list, ...others] = findingList(notices, '##');
    expect(others).toEqual([]);
    expect(list).toMatch(/^<details><summary><b>2 notices<\/b><\/summary>\n\n- ℹ️ /);
    expect(list).toContain('  → Allowed: meant\n');
    expect(list).toContain('  → Keep the rows.\n');
  });

  it('are nothing where there are none', () => {
    expect(findingList([], '##')).toEqual([]);
  });
});
