import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('sequence-reset');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, v); INSERT INTO t(v) VALUES ('a'), ('b'), ('secret');
  DELETE FROM t WHERE id = 3;`;
const rebuild = (key: string, more = '') =>
  `CREATE TABLE n(id ${key}, v); INSERT INTO n SELECT * FROM t; ${more} DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it('is an error where a rebuild forgets the ids that were given', () => {
  expect(findings.after(SCHEMA, rebuild('INTEGER PRIMARY KEY AUTOINCREMENT'))).toMatchObject([
    { severity: 'error', table: 't', message: 't: the highest id that was ever given is lower than before.' },
  ]);
  expect(findings.after(SCHEMA, rebuild('INTEGER PRIMARY KEY'))).toMatchObject([
    {
      severity: 'error',
      table: 't',
      message: 't: the highest id that was ever given is not known any more.',
    },
  ]);
  const carry =
    "UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 't') WHERE name = 'n';";
  expect(findings.after(SCHEMA, rebuild('INTEGER PRIMARY KEY AUTOINCREMENT', carry))).toEqual([]);
});

it('points at the statement that empties sqlite_sequence', () => {
  expect(findings.after(SCHEMA, 'SELECT 1;\nDELETE FROM sqlite_sequence;')).toMatchObject([
    { table: 't', location: { line: 2 } },
  ]);
});

it('follows a rename, and says nothing of tables that are gone or never had a row', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u;')).toEqual([]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u; DELETE FROM sqlite_sequence;')).toMatchObject([
    { table: 'u' },
  ]);
  expect(findings.after(SCHEMA, 'DROP TABLE t;')).toEqual([]);
  const empty = 'CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, v);';
  expect(findings.after(empty, rebuild('INTEGER PRIMARY KEY'))).toEqual([]);
});

it('shows no id', () => {
  const [finding] = findings.after(SCHEMA, 'DELETE FROM sqlite_sequence;');
  expect(JSON.stringify(finding?.message)).not.toMatch(/\d/);
});

it('says nothing of a key that is no number any more, because it gives no ids', () => {
  const keys = `CREATE TABLE n(id TEXT PRIMARY KEY, v); INSERT INTO n SELECT CAST(id AS TEXT), v FROM t; DROP TABLE t;
    ALTER TABLE n RENAME TO t;`;
  expect(findings.after(SCHEMA, keys)).toEqual([]);
});
