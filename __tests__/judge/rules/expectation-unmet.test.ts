import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('expectation-unmet');

const SCHEMA = 'CREATE TABLE t(a); INSERT INTO t VALUES (1);';
const nothing = { tables: [], columns: [], indexes: [], rows: [] };

it('says what was expected and what was found', () => {
  const expect_ = {
    ...nothing,
    tables: ['T', 'u'],
    columns: [{ table: 't', column: 'b' }],
    rows: [{ table: 't', count: 'unchanged' as const }],
  };
  expect(findings.after(SCHEMA, 'INSERT INTO t VALUES (2)', { expect: expect_ })).toMatchObject([
    { severity: 'error', table: 't', message: 'Expected: row count of t unchanged (1). Found: 2 rows.' },
    { table: 't', columns: ['b'], message: 'Expected: column t.b exists. Found: no such column.' },
    { table: 'u', message: 'Expected: table u exists. Found: no such table.' },
  ]);
  expect(
    findings.after(SCHEMA, 'ALTER TABLE t ADD COLUMN b; CREATE TABLE u(a);', { expect: expect_ }),
  ).toEqual([]);
});

it('is silent after a migration that failed: that is one cause', () => {
  expect(findings.after(SCHEMA, 'SELECT nothing', { expect: { ...nothing, tables: ['u'] } })).toEqual([]);
});
