import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../../../src/facts/finding.ts';
import { findingList } from '../../../../../src/report/formats/markdown/sections/findings.ts';
import { finding } from '../../../../support/record.ts';

const alone = (...findings: Finding[]) => findings.map((one) => ({ finding: one, databases: [] }));
const RULE = { id: 'rows-lost', title: 'Rows are lost', why: 'Gone.', remedy: 'Keep.', allowable: true };
const NONE = { rules: [], excerpts: [] };

/** `several` of them, each of a rule of its own. */
const ofRules = (several: number) =>
  Array.from({ length: several }, (_, at) => finding({ rule: `rule-${at}`, title: `Title ${at}` }));

describe('the findings', () => {
  it('say what, where, what to do, how to see the rows, and what would allow it', () => {
    const query = 'SELECT * FROM "goals" WHERE "id" IS NULL;';
    const location = { file: 'migrations/0002.sql', line: 14 };
    const excerpt = { ...location, first: 13, lines: ['-- purge', 'DELETE FROM goals;'] };
    const texts = { rules: [RULE], excerpts: [excerpt] };
    const one = finding({ query, location, table: 'goals', count: 3 });
    expect(findingList(alone(one), texts, '##')).toEqual([
      '## Why',
      [
        '- ❌ **Rows are lost** (`rows-lost`, `migrations/0002.sql:14`)<br>',
        '  goals: 3 rows of 45 are gone.<br>',
        '  → Keep the rows.',
        '',
        '  ```sql',
        '    13 │ -- purge',
        '  > 14 │ DELETE FROM goals;',
        '  ```',
        '',
        '  <details><summary><b>The rows concerned</b></summary>',
        '',
        '  ```sql',
        '  SELECT * FROM "goals" WHERE "id" IS NULL;',
        '  ```',
        '',
        '  </details>',
        '',
        '  <details><summary><b>To allow it</b></summary>',
        '',
        '  ```sql',
        '  -- preflight: allow rows-lost goals max=3: REASON',
        '  ```',
        '',
        '  </details>',
      ].join('\n'),
    ]);
  });

  it('show as code what a remedy names between backticks', () => {
    const remedy = 'Set `orphans: introduced`, or `fail-on: never`.';
    expect(findingList(alone(finding({ remedy })), NONE, '##').join()).toContain(`  → ${remedy}`);
  });

  it('say once how to run queries that reach back to the snapshot', () => {
    const query = 'SELECT * FROM before."goals";';
    const [, list = ''] = findingList(alone(finding({ query }), finding({ query }), finding()), NONE, '##');
    const sentence =
      "Queries with `before.` run in the migrated database, after `ATTACH 'copy-of-the-snapshot.db' AS before;`.";
    expect(list.split(sentence)).toHaveLength(2);
    expect(list.endsWith(sentence)).toBe(true);
    const own = finding({ query: 'SELECT * FROM "goals";' });
    expect(findingList(alone(own), NONE, '##').join()).not.toContain('ATTACH');
  });

  it('fold the notices, with the reason of an allowance', () => {
    const notices = [finding({ severity: 'notice', allowed: 'meant' }), finding({ severity: 'notice' })];
    const [list, ...others] = findingList(alone(...notices), NONE, '##');
    expect(others).toEqual([]);
    expect(list).toMatch(/^<details><summary><b>2 notices<\/b><\/summary>\n\n- ℹ️ /);
    expect(list).toContain('  → Allowed: meant\n');
    expect(list).toContain(' → Keep the rows.\n');
  });

  it('are told together where one rule found them, by file and line', () => {
    const at = (line: number) =>
      finding({ message: `t${line} is gone.`, location: { file: 'm/1.sql', line } });
    const [, list] = findingList(alone(at(10), at(2)), NONE, '##');
    expect(list?.split('\n')).toEqual([
      '- ❌ **Rows are lost** (`rows-lost`, 2, `m/1.sql:2`)<br>',
      '  t2 is gone.<br>',
      '  → Keep the rows.',
      '',
      '  The others:',
      '  - t10 is gone. (`m/1.sql:10`)',
    ]);
  });

  it('say which databases have them, and how many more there are than are told', () => {
    const [, list] = findingList([{ finding: finding(), databases: ['a|b.db', 'c.db'] }], NONE, '##');
    expect(list).toContain(
      '  goals: 3 rows of 45 are gone.<br>\n  in 2 databases: <code>a&#124;b.db</code>, `c.db`<br>',
    );
    const [, many] = findingList(alone(...Array.from({ length: 103 }, () => finding())), NONE, '##');
    expect(many?.match(/goals: 3 rows/g)).toHaveLength(100);
    expect(many).toMatch(/\n {2}- And 3 more: report\.json has them all\.$/);
  });

  it('of more than ten rules are folded', () => {
    const [, open = '', fold = ''] = findingList(alone(...ofRules(12)), NONE, '##');
    expect(open.match(/\*\*Title/g)).toHaveLength(10);
    expect(fold).toMatch(/^<details><summary><b>2 findings more<\/b>/);
  });
});
