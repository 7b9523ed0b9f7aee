import { describe, expect, it } from '@jest/globals';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('renamed');
const folder = scratchFolder();

const SCHEMA = 'CREATE TABLE t(a); INSERT INTO t VALUES (1);';

it('mentions tables and columns under their new names', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME a TO b;')).toMatchObject([
    { severity: 'notice', table: 'u', message: 't is u now.' },
    { severity: 'notice', table: 'u', columns: ['b'], message: 'u.a is u.b now.' },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO t;')).toEqual([]);
});

describe('a rename that only the content tells', () => {
  const ROWS = `CREATE TABLE t(id INTEGER PRIMARY KEY, mail TEXT, note TEXT);
    INSERT INTO t VALUES (1, 'a@x', NULL), (2, NULL, 'n'), (3, 'c@x', NULL);`;
  const rebuild = (columns: string, select: string) =>
    `CREATE TABLE n(${columns}); INSERT INTO n SELECT ${select} FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;
  const all = (sql: string, schema = ROWS) =>
    judged(measured(folder, schema, sql)).findings.map(({ rule, table, columns = [] }) =>
      [rule, table, ...columns].join(' '),
    );

  it('follows a column of a rebuild, the key too', () => {
    const sql = rebuild('id INTEGER PRIMARY KEY, email TEXT, note TEXT', 'id, mail, note');
    expect(all(sql)).toEqual(['not-atomic ', 'renamed t email']);
    expect(all(rebuild('uid INTEGER PRIMARY KEY, mail TEXT, note TEXT', '*'))).toEqual([
      'not-atomic ',
      'renamed t uid',
    ]);
  });

  it('follows a column that was added, filled and dropped under its old name', () => {
    const sql =
      'ALTER TABLE t ADD COLUMN email TEXT; UPDATE t SET email = mail; ALTER TABLE t DROP COLUMN mail;';
    expect(all(sql)).toContain('renamed t email');
    const off = sql.replace('email = mail', 'email = mail WHERE id < 3');
    expect(all(off)).toContain('column-dropped t mail');
    expect(all(off)).not.toContain('renamed t email');
  });

  it('follows no column that has two successors, and none that holds nothing', () => {
    const sql = rebuild('id INTEGER PRIMARY KEY, note TEXT, e1 TEXT, e2 TEXT', 'id, note, mail, mail');
    expect(all(sql)).toContain('column-dropped t mail');
    const empty = 'CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, NULL);';
    expect(all('ALTER TABLE t ADD COLUMN b; ALTER TABLE t DROP COLUMN a;', empty)).toContain(
      'column-dropped t a',
    );
  });

  it('tells storage classes apart', () => {
    const sql = rebuild('id INTEGER PRIMARY KEY, mail TEXT, memo TEXT', 'id, mail, CAST(note AS BLOB)');
    expect(all(sql)).toContain('column-dropped t note');
  });

  it('follows a table that was copied under another name', () => {
    const copy =
      'CREATE TABLE people(id INTEGER PRIMARY KEY, mail TEXT, note TEXT); INSERT INTO people SELECT * FROM t;';
    expect(all(`${copy} DROP TABLE t;`)).toEqual(['not-atomic ', 'renamed people']);
    expect(all(`${copy} UPDATE people SET note = 'x' WHERE id = 1; DROP TABLE t;`)).toContain(
      'table-dropped t',
    );
    expect(all(`${copy} CREATE TABLE twin AS SELECT * FROM t; DROP TABLE t;`)).toContain('table-dropped t');
  });
});
