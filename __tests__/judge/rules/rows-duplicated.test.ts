import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('rows-duplicated');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE, w);
  INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2), (3, 'b', 2); CREATE TABLE tags(t, tag);
  INSERT INTO tags VALUES (1, 'x'), (1, 'y'), (2, 'z'), (3, 'z');`;
const copy = (select: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE, w); INSERT INTO n(v, w) ${select};
   DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it('warns of the rows that a join made twice, beyond those that were equal before', () => {
  expect(findings.after(SCHEMA, copy('SELECT v, w FROM t JOIN tags ON tags.t = t.id'))).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      count: 1,
      message: 't: 1 new row equals another row in every column but the key.',
    },
  ]);
  expect(findings.after(SCHEMA, copy('SELECT v, w FROM t'))).toEqual([]);
});

it('tells storage classes and letters apart', () => {
  expect(findings.after(SCHEMA, "INSERT INTO t(v, w) VALUES ('A', 1), ('a', 1.0)")).toEqual([]);
  expect(findings.after(SCHEMA, "INSERT INTO t(v, w) VALUES ('a', 1)")).toMatchObject([{ count: 1 }]);
});

it('leaves out tables that were empty, and those that are nothing but their key', () => {
  const schema =
    'CREATE TABLE e(id INTEGER PRIMARY KEY, v); CREATE TABLE l(a, b, PRIMARY KEY (a, b)); INSERT INTO l VALUES (1, 2);';
  const sql = "INSERT INTO e(v) VALUES ('x'), ('x'); INSERT INTO l VALUES (1, 3);";
  expect(findings.after(schema, sql)).toEqual([]);
});

it('does not take rows that an UPDATE made equal for new ones', () => {
  expect(findings.after(SCHEMA, "UPDATE t SET v = 'same', w = 0")).toEqual([]);
});
