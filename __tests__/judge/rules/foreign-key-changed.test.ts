import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('foreign-key-changed');

const SCHEMA =
  'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(a INT REFERENCES p(id) ON DELETE CASCADE, b);';
const rebuild = (columns: string) =>
  `CREATE TABLE n(${columns}); INSERT INTO n SELECT a, b FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it('is an error for a key that a rebuild forgot or wrote otherwise', () => {
  expect(findings.after(SCHEMA, rebuild('a INT, b'))).toMatchObject([
    { severity: 'error', table: 't', columns: ['a'] },
  ]);
  expect(findings.after(SCHEMA, rebuild('a INT REFERENCES p(id), b'))).toMatchObject([
    { severity: 'error', columns: ['a'] },
  ]);
  expect(findings.after(SCHEMA, rebuild('a INT, b, FOREIGN KEY (a) REFERENCES p ON DELETE CASCADE'))).toEqual(
    [],
  );
});

it('mentions a key that is asked at the COMMIT now, and is an error for one that no longer waits for it', () => {
  const deferred = 'DEFERRABLE INITIALLY DEFERRED';
  const key = 'a INT REFERENCES p(id) ON DELETE CASCADE';
  expect(findings.after(SCHEMA, rebuild(`${key} ${deferred}, b`))).toMatchObject([
    { severity: 'notice', table: 't', columns: ['a'] },
  ]);
  expect(findings.after(SCHEMA, rebuild(`a INT REFERENCES p(id) ${deferred}, b`))).toMatchObject([
    { severity: 'error', columns: ['a'] },
  ]);
  const waits = SCHEMA.replace('CASCADE', `CASCADE ${deferred}`);
  expect(findings.after(waits, rebuild(`${key}, b`))).toMatchObject([{ severity: 'error', columns: ['a'] }]);
});

it('is an error for a key that a rename pointed elsewhere', () => {
  const sql =
    'ALTER TABLE p RENAME TO p_old; CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p SELECT * FROM p_old; DROP TABLE p_old;';
  expect(findings.after(SCHEMA, sql)).toMatchObject([
    { severity: 'error', table: 't', message: expect.stringContaining('p_old') },
  ]);
});

it('is covered by column-dropped, and silent about new keys', () => {
  expect(
    findings.after(
      SCHEMA,
      'CREATE TABLE n(b REFERENCES p(id)); INSERT INTO n SELECT b FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t',
    ),
  ).toEqual([]);
});
