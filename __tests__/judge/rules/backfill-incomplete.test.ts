import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('backfill-incomplete');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, old, kind);
  INSERT INTO t VALUES (1, NULL, 'a'), (2, NULL, 'b'), (3, 'x', 'b');`;

it('warns where a new column was filled for some rows only, and lists the others', () => {
  const sql = "ALTER TABLE t ADD COLUMN new;\nUPDATE t SET new = 1 WHERE kind = 'b';";
  expect(findings.after(SCHEMA, sql)).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      columns: ['new'],
      count: 1,
      message: 't.new: 2 rows were filled, 1 row is still NULL.',
      query: 'SELECT * FROM "t" WHERE "t"."new" IS NULL;',
      location: { line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t ADD COLUMN new; UPDATE t SET new = 1;')).toEqual([]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t ADD COLUMN new DEFAULT NULL;')).toEqual([]);
});

it('warns where an old column was filled for some rows only', () => {
  expect(findings.after(SCHEMA, 'UPDATE t SET old = kind WHERE id = 1')).toMatchObject([
    { columns: ['old'], count: 1 },
  ]);
  expect(findings.after(SCHEMA, 'UPDATE t SET old = kind WHERE old IS NULL')).toEqual([]);
});

it('warns of a rebuild that finds a value for some rows only', () => {
  const rebuild = (value: string) =>
    `CREATE TABLE n(id INTEGER PRIMARY KEY, old, kind, new); INSERT INTO n SELECT id, old, kind, ${value} FROM t;
     DROP TABLE t; ALTER TABLE n RENAME TO t;`;
  expect(findings.after(SCHEMA, rebuild("CASE kind WHEN 'a' THEN 1 END"))).toMatchObject([
    { columns: ['new'], count: 2 },
  ]);
  expect(findings.after(SCHEMA, rebuild('NULL'))).toEqual([]);
});

it('takes no row that was added for one that was filled', () => {
  const sql = "ALTER TABLE t ADD COLUMN new; INSERT INTO t(id, kind, new) VALUES (4, 'c', 1);";
  expect(findings.after(SCHEMA, sql)).toEqual([]);
});

it('leaves a required column to its own rule', () => {
  const checks = { required: [{ table: 'T', column: 'NEW' }] };
  const sql = 'ALTER TABLE t ADD COLUMN new; UPDATE t SET new = 1 WHERE id = 1;';
  expect(findings.after(SCHEMA, sql, { checks })).toEqual([]);
});
