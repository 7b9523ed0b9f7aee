import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('values-changed');

const SCHEMA =
  "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES (1, 'x', 'y'), (2, 'z', NULL);";

it('warns where an UPDATE of the table did it', () => {
  expect(findings.after(SCHEMA, "UPDATE t SET a = 'w' WHERE id = 1")).toMatchObject([
    { severity: 'warning', table: 't', columns: ['a'], count: 1, location: { file: 'm/0001.sql', line: 1 } },
  ]);
  expect(findings.after(SCHEMA, "UPDATE t SET b = 'w' WHERE b IS NULL")).toEqual([]);
});

it('is an error where a copy did it', () => {
  const swap =
    'CREATE TABLE n(id INTEGER PRIMARY KEY, b, a); INSERT INTO n SELECT * FROM t WHERE id = 1; INSERT INTO n SELECT id, b, a FROM t WHERE id = 2; DROP TABLE t; ALTER TABLE n RENAME TO t;';
  expect(findings.after(SCHEMA, swap)).toMatchObject([
    { severity: 'error', table: 't', columns: ['b', 'a'], count: 2 },
  ]);
});

it('is an error where a trigger did it', () => {
  const schema = `${SCHEMA} CREATE TABLE log(n); INSERT INTO log VALUES (0); CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE log SET n = n + 1; END;`;
  expect(findings.after(schema, "INSERT INTO t VALUES (3, 'q', 'q')")).toMatchObject([
    { severity: 'error', table: 'log', columns: ['n'] },
  ]);
});

it('is an error beside an UPDATE that met no row, and where a copy replaces', () => {
  const swap = (verb: string) =>
    `CREATE TABLE n(id INTEGER PRIMARY KEY, b, a); ${verb} INTO n SELECT id, a, b FROM t WHERE id = 1;
     ${verb} INTO n SELECT id, b, a FROM t WHERE id = 2; DROP TABLE t; ALTER TABLE n RENAME TO t;`;
  const missed = "UPDATE t SET a = 'q' WHERE id = 99;";
  expect(findings.after(SCHEMA, `${missed} ${swap('INSERT')}`)).toMatchObject([{ severity: 'error' }]);
  expect(findings.after(SCHEMA, swap('INSERT OR REPLACE'))).toMatchObject([{ severity: 'error' }]);
});
