import { describe, expect, it } from '@jest/globals';
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

describe('a query of the settings', () => {
  const query = (sql: string) => ({ checks: { queries: [{ id: 'negative', sql }] } });
  const sql = 'SELECT a FROM t WHERE a < 0';

  it('must return no row after the migration, whatever it returned before', () => {
    expect(findings.after(SCHEMA, 'INSERT INTO t VALUES (-1), (-2)', query(sql))).toMatchObject([
      {
        severity: 'error',
        object: 'negative',
        count: 2,
        query: sql,
        message: 'Expected: no row from query negative. Found: 2 rows.',
      },
    ]);
    expect(findings.after(SCHEMA, 'UPDATE t SET a = -1', query(sql))).toMatchObject([{ count: 1 }]);
    expect(findings.after(SCHEMA.replace('1', '-1'), 'UPDATE t SET a = 1', query(sql))).toEqual([]);
    expect(findings.of(SCHEMA.replace('1', '-1'), query(sql))).toMatchObject([{ count: 1 }]);
  });

  it('must still work after the migration; it need not have worked before', () => {
    const [broken, ...more] = findings.after(SCHEMA, 'ALTER TABLE t RENAME a TO b', query(sql));
    expect(more).toEqual([]);
    expect(broken).toMatchObject({
      message: 'Expected: no row from query negative. Found: it fails: no such column: a.',
    });
    expect(broken).not.toHaveProperty('count');
    const renamed = query('SELECT b FROM t WHERE b < 0');
    expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME a TO b', renamed)).toEqual([]);
  });

  it('that needs what is missing here is no expectation that is unmet', () => {
    expect(findings.after(SCHEMA, 'SELECT 1', query('SELECT f(a) FROM t'))).toEqual([]);
  });

  it('tells of no value where a row stops it', () => {
    const schema = "CREATE TABLE t(a); INSERT INTO t VALUES ('{secret');";
    expect(findings.of(schema, query("SELECT a ->> '$' FROM t"))).toMatchObject([
      { message: 'Expected: no row from query negative. Found: it fails: malformed JSON.' },
    ]);
  });
});

describe('a reference of the settings', () => {
  const schema = 'CREATE TABLE p(id INT, v); CREATE TABLE c(p INT); INSERT INTO c VALUES (1);';
  const references = [{ table: 'c', columns: ['p'], parent: 'p', parentColumns: ['id'] }];
  const unmet = (migration: string) => findings.after(schema, migration, { checks: { references } });

  it('must still be there to be checked', () => {
    expect(unmet('ALTER TABLE c RENAME p TO q')).toMatchObject([
      {
        severity: 'error',
        table: 'c',
        columns: ['p'],
        message: 'Expected: the reference c(p) -> p(id) can be checked. Found: no column c.p.',
      },
    ]);
    expect(unmet('DROP TABLE p')).toMatchObject([{ message: expect.stringContaining('Found: no table p.') }]);
    expect(unmet('ALTER TABLE p DROP COLUMN v')).toEqual([]);
    expect(unmet('DROP TABLE p; SELECT nothing')).toEqual([]);
  });
});
