import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../../../src/facts/finding.ts';
import { findingList } from '../../../../../src/report/formats/markdown/sections/findings.ts';
import { finding } from '../../../../support/record.ts';

const alone = (...findings: Finding[]) => findings.map((one) => ({ finding: one, databases: [] }));

describe('the findings', () => {
  it('say what, where, what to do, and how to see the rows', () => {
    const query = 'SELECT * FROM "goals" WHERE "id" IS NULL;';
    const location = { file: 'migrations/0002.sql', line: 14 };
    expect(findingList(alone(finding({ query, location })), '##')).toEqual([
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

  it('show as code what a remedy names between backticks', () => {
    const remedy = 'Set `orphans: introduced`, or `fail-on: never`.';
    expect(findingList(alone(finding({ remedy })), '##').join()).toContain(`  → ${remedy}`);
  });

  it('say once how to run queries that reach back to the snapshot', () => {
    const query = 'SELECT * FROM before."goals";';
    const [, list = ''] = findingList(alone(finding({ query }), finding({ query }), finding()), '##');
    const sentence =
      "Queries with `before.` run in the migrated database, after `ATTACH 'copy-of-the-snapshot.db' AS before;`.";
    expect(list.split(sentence)).toHaveLength(2);
    expect(list.endsWith(sentence)).toBe(true);
    expect(findingList(alone(finding({ query: 'SELECT * FROM "goals";' })), '##').join()).not.toContain(
      'ATTACH',
    );
  });

  it('fold the notices, with the reason of an allowance', () => {
    const notices = [finding({ severity: 'notice', allowed: 'meant' }), finding({ severity: 'notice' })];
    const [list, ...others] = findingList(alone(...notices), '##');
    expect(others).toEqual([]);
    expect(list).toMatch(/^<details><summary><b>2 notices<\/b><\/summary>\n\n- ℹ️ /);
    expect(list).toContain('  → Allowed: meant\n');
    expect(list).toContain('  → Keep the rows.\n');
  });

  it('say which databases have them, and how many more there are than are told', () => {
    const [, list] = findingList([{ finding: finding(), databases: ['a|b.db', 'c.db'] }], '##');
    expect(list).toContain(
      '  goals: 3 rows of 45 are gone.<br>\n  in 2 databases: <code>a&#124;b.db</code>, `c.db`<br>',
    );
    const [, many] = findingList(alone(...Array.from({ length: 103 }, () => finding())), '##');
    expect(many?.match(/Rows are lost/g)).toHaveLength(100);
    expect(many).toMatch(/\n- And 3 more: report\.json has them all\.$/);
  });

  it('are nothing where there are none', () => {
    expect(findingList([], '##')).toEqual([]);
  });
});
