import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('view-broken');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); CREATE VIEW v AS SELECT b FROM t;
  CREATE VIEW w AS SELECT b FROM v;`;
const rebuild = (columns: string) =>
  `CREATE TABLE n(${columns}); INSERT INTO n SELECT ${columns} FROM t; DROP TABLE t; PRAGMA legacy_alter_table=ON;
   ALTER TABLE n RENAME TO t;`;

it('is an error for a view whose column a rebuild left out, and names the views on it', () => {
  expect(findings.after(SCHEMA, rebuild('id, a'))).toMatchObject([
    {
      severity: 'error',
      object: 'v',
      message: 'v does not compile: no such column: b. So do not, because they use it: w.',
    },
  ]);
  expect(findings.after(SCHEMA, rebuild('id, a, b'))).toEqual([]);
});

it('is an error for a view on a table that is gone', () => {
  expect(findings.after(SCHEMA, 'DROP TABLE t')).toMatchObject([
    { object: 'v', message: expect.stringContaining('no such table: t') },
  ]);
  expect(findings.after(SCHEMA, 'DROP VIEW w; DROP VIEW v; DROP TABLE t')).toEqual([]);
});

it('is a notice where it was so before, and where it is repaired', () => {
  const broken = 'CREATE VIEW v AS SELECT a FROM missing; CREATE TABLE t(a);';
  expect(findings.after(broken, 'CREATE TABLE u(a)')).toMatchObject([
    { severity: 'notice', object: 'v', message: 'v does not compile, as before: no such table: missing.' },
  ]);
  expect(findings.after(broken, 'CREATE TABLE missing(a)')).toMatchObject([
    { severity: 'notice', object: 'v', message: 'v did not compile before: repaired here.' },
  ]);
  expect(findings.after(broken, 'DROP VIEW v')).toEqual([]);
  expect(findings.of(broken)).toMatchObject([{ severity: 'error', object: 'v' }]);
});

it('is a warning for text in double quotes, which other drivers accept', () => {
  const quoted = 'CREATE TABLE t(a); CREATE VIEW v AS SELECT a FROM t WHERE a = "x";';
  expect(findings.of(quoted)).toMatchObject([{ severity: 'warning', object: 'v' }]);
  expect(findings.after(quoted, 'SELECT 1')).toMatchObject([{ severity: 'notice', object: 'v' }]);
  const named = 'CREATE TABLE t(a, x); CREATE VIEW v AS SELECT a FROM t WHERE a = "x";';
  const sql = 'CREATE TABLE n(a); DROP TABLE t; PRAGMA legacy_alter_table=ON; ALTER TABLE n RENAME TO t;';
  expect(findings.after(named, sql)).toMatchObject([{ severity: 'error', object: 'v' }]);
});

it('is a warning for a view written anew with text in double quotes, unless production refuses it', () => {
  const schema = "CREATE TABLE t(a); CREATE VIEW v AS SELECT a FROM t WHERE a = 'x';";
  const sql = 'DROP VIEW v; CREATE VIEW v AS SELECT a FROM t WHERE a = "x";';
  expect(findings.after(schema, sql)).toMatchObject([{ severity: 'warning', object: 'v' }]);
  expect(findings.after(schema, sql, { profile: 'drizzle' })).toMatchObject([{ severity: 'error' }]);
});

it('says nothing of a view that needs a function of the application', () => {
  expect(findings.of('CREATE TABLE t(a); CREATE VIEW v AS SELECT slug(a) FROM t;')).toEqual([]);
});
