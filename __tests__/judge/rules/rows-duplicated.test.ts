import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('rows-duplicated');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE, w);
  INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2), (3, 'b', 2); CREATE TABLE tags(t, tag);
  INSERT INTO tags VALUES (1, 'x'), (1, 'y'), (2, 'z'), (3, 'z');
  CREATE TABLE other(v, w); INSERT INTO other VALUES ('a', 1), ('A', 1), ('a', 1.0);
  CREATE TABLE log(host, at); INSERT INTO log VALUES ('h', 1), ('h', 1), ('h', 2), ('i', 3);
  CREATE TABLE racks(host, rack); INSERT INTO racks VALUES ('h', 'r1'), ('i', 'r2'), ('i', 'r3');
  CREATE TABLE old_log(id INTEGER PRIMARY KEY, host, at); INSERT INTO old_log VALUES (1, 'h', 1), (2, 'h', 0), (3, 'h', 0);
  CREATE TABLE archive(id INTEGER PRIMARY KEY, host, at); INSERT INTO archive VALUES (7, 'h', 1);`;
const copy = (select: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT COLLATE NOCASE, w); INSERT INTO n(v, w) ${select};
   DROP TABLE t; ALTER TABLE n RENAME TO t;`;
const keyless = (columns: string, select: string) =>
  `CREATE TABLE n(${columns}); INSERT INTO n ${select}; DROP TABLE log; ALTER TABLE n RENAME TO log;`;

it('warns of the rows that a join made twice, beyond those that were equal before', () => {
  expect(findings.after(SCHEMA, copy('SELECT v, w FROM t JOIN tags ON tags.t = t.id'))).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      count: 1,
      message: 't: 1 new row equals another row in every column but the key.',
      location: { file: 'm/0001.sql', line: 1 },
    },
  ]);
  expect(findings.after(SCHEMA, copy('SELECT v, w FROM t'))).toEqual([]);
});

it.each([
  ['a copy', 'host, at', 'SELECT l.host, l.at FROM log l JOIN racks r ON r.host = l.host'],
  [
    'a copy with a new column',
    'host, at, rack',
    'SELECT l.host, l.at, r.rack FROM log l, racks r WHERE r.host = l.host',
  ],
  [
    'a copy through a subquery',
    'host, at',
    'SELECT host, at FROM (SELECT l.* FROM log l JOIN racks USING (host))',
  ],
  [
    'a copy through a table expression',
    'host, at',
    'WITH x AS (SELECT l.* FROM log l NATURAL JOIN racks) SELECT host, at FROM x',
  ],
])('counts the rows that %s of a table without a key gave twice', (_, columns, select) => {
  expect(findings.after(SCHEMA, keyless(columns, select))).toMatchObject([
    {
      table: 'log',
      count: 1,
      message: 'log: 1 new row equals another row in all that it held before (host and at).',
    },
  ]);
});

it('counts the rows that a copy from another table adds to equal ones', () => {
  expect(findings.after(SCHEMA, 'INSERT INTO t(v, w) SELECT v, w FROM other')).toMatchObject([{ count: 1 }]);
  expect(findings.after(SCHEMA, 'INSERT INTO t(v, w) SELECT v, w FROM t WHERE id = 1')).toMatchObject([
    { count: 1 },
  ]);
});

it.each([
  [
    'leaves out tables that were empty, and those that are nothing but their key',
    'INSERT INTO e(v) VALUES (1), (1); INSERT INTO l VALUES (1, 3)',
  ],
  ['does not take rows that an UPDATE made equal for new ones', "UPDATE t SET v = 'same', w = 0"],
  [
    'does not count an UPDATE for a new row that equals none',
    "UPDATE t SET v = 'same', w = 0; INSERT INTO t(v, w) SELECT 'new', 1 FROM tags LIMIT 1",
  ],
  ['is silent about rows that the migration gives itself', "INSERT INTO t(v, w) VALUES ('a', 1), ('a', 1)"],
  [
    'is silent about rows of a SELECT without a table',
    "INSERT INTO t(v, w) SELECT 'a', 1 UNION ALL SELECT 'a', 1",
  ],
  [
    'is silent about equal rows that move to an archive',
    'INSERT INTO archive(host, at) SELECT host, at FROM old_log WHERE at < 2; DELETE FROM old_log WHERE at < 2',
  ],
  [
    'is silent about a table that is merged and dropped',
    'INSERT INTO archive(host, at) SELECT host, at FROM old_log; DROP TABLE old_log',
  ],
  [
    'is silent about two tables that become one',
    `${keyless('host, at', 'SELECT host, at FROM log UNION ALL SELECT host, at FROM old_log')} DROP TABLE old_log`,
  ],
  [
    'is silent about a copy of a table without a key that has equal rows',
    keyless('host, at, rack', 'SELECT host, at, NULL FROM log'),
  ],
  [
    'is silent about what a trigger writes',
    "CREATE TRIGGER g AFTER UPDATE ON t BEGIN INSERT INTO archive(host, at) VALUES ('h', 1); END; UPDATE t SET w = 9",
  ],
])('%s', (_, sql) => {
  const schema =
    'CREATE TABLE e(id INTEGER PRIMARY KEY, v); CREATE TABLE l(a, b, PRIMARY KEY (a, b)); INSERT INTO l VALUES (1, 2);';
  expect(findings.after(SCHEMA + schema, sql)).toEqual([]);
});
