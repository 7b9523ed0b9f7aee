import { closeSync, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { compare } from '../../../../src/engine/compare/compare.ts';
import type { TableChange } from '../../../../src/facts/changes.ts';
import { splitStatements } from '../../../../src/statements/split.ts';
import { namesOf } from '../../../../src/statements/targets.ts';
import { compareBothWays } from '../../../support/both-ways.ts';
import { compareBySql } from '../../../support/compare-by-sql.ts';
import { randomFrom } from '../../../support/random.ts';
import { change, databaseFrom, scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();

const ROWS =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO t SELECT';
const BY_ROWID = `CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); ${ROWS} i, 'a' || i, i / 2.0 FROM n;`;
const BY_TEXT = `CREATE TABLE t(id TEXT PRIMARY KEY NOT NULL, a, b); ${ROWS} 'k' || i, 'a' || i, i FROM n;`;
const BY_NULLABLE = BY_TEXT.replace(' NOT NULL', '');
const WITHOUT_ROWID = `CREATE TABLE t(b, a, id TEXT PRIMARY KEY) WITHOUT ROWID; ${ROWS} i, 'a' || i, 'k' || i FROM n;`;
const NO_KEY = `CREATE TABLE t(id, a, b); ${ROWS} i, 'a' || i, i FROM n;`;
const GENERATED = `CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, g AS (a || b)); ${ROWS.replace('INTO t', 'INTO t(id, a, b)')} i, 'a' || i, i FROM n;`;
const LONG = `CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); ${ROWS} i, printf('%.*c', 9000, 'x'), i FROM n;`;

const copyInto = (columns: string, select = '*') =>
  `CREATE TABLE n(${columns}); INSERT INTO n SELECT ${select} FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

/** Both ways must agree; gives the way of the proof. */
function tableOf(schema: string, edit: string): TableChange {
  const before = databaseFrom(folder, schema);
  const after = databaseFrom(folder, schema);
  change(after, edit);
  const executed = splitStatements(edit).flatMap(({ sql }) => namesOf(sql));
  compareBothWays({ before, after, executed });
  const [table] = compare({ before, after, executed }).changes.tables;
  if (table === undefined) throw new Error('no table was compared');
  return table;
}

describe('the way in which a table is proven', () => {
  it.each<[TableChange['proof'], string, string, string]>([
    [
      'pages',
      'new columns and indexes',
      BY_ROWID,
      "ALTER TABLE t ADD COLUMN c DEFAULT 'x'; CREATE INDEX i ON t(a);",
    ],
    [
      'pages',
      'a renamed table and column',
      BY_ROWID,
      'ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME COLUMN a TO z;',
    ],
    ['pages', 'an edit of another table', WITHOUT_ROWID, 'CREATE TABLE u(v); INSERT INTO u SELECT b FROM t;'],
    ['pages', 'untouched generated columns', GENERATED, 'CREATE TABLE u(v);'],
    ['pages', 'untouched long rows', LONG, 'CREATE TABLE u(v); INSERT INTO u SELECT a FROM t;'],
    ['records', 'an update', BY_ROWID, 'UPDATE t SET a = 1 WHERE id % 10 = 0;'],
    ['records', 'an update of a new column', BY_ROWID, 'ALTER TABLE t ADD COLUMN c; UPDATE t SET c = a;'],
    ['records', 'a rebuild', BY_ROWID, copyInto('id INTEGER PRIMARY KEY, a TEXT NOT NULL, b')],
    [
      'records',
      'a rebuild with another order of columns',
      BY_ROWID,
      copyInto('b, id INTEGER PRIMARY KEY, a', 'b, id, a'),
    ],
    ['records', 'a dropped column', BY_ROWID, 'ALTER TABLE t DROP COLUMN a;'],
    ['records', 'another type', BY_ROWID, copyInto('id INTEGER PRIMARY KEY, a, b INTEGER')],
    [
      'records',
      'a virtual column that was dropped before those that were changed',
      GENERATED.replace('a, b, g AS (a || b)', 'g AS (a || b), a, b'),
      'ALTER TABLE t DROP COLUMN g; UPDATE t SET a = 1 WHERE id = 5;',
    ],
    ['records', 'VACUUM', BY_ROWID, 'DELETE FROM t WHERE id < 500; VACUUM;'],
    ['records', 'a text key', BY_TEXT, "UPDATE t SET a = 'z' WHERE b % 9 = 0; DELETE FROM t WHERE b = 7;"],
    [
      'records',
      'rows in another order under a text key',
      BY_TEXT,
      copyInto('id TEXT PRIMARY KEY NOT NULL, a, b', '* FROM (SELECT * FROM t ORDER BY b % 10, b)').replace(
        ' FROM t; DROP',
        '; DROP',
      ),
    ],
    [
      'records',
      'a nullable key',
      BY_NULLABLE,
      "UPDATE t SET id = NULL WHERE b % 9 = 0; UPDATE t SET a = 'z' WHERE b % 7 = 0;",
    ],
    [
      'records',
      'a table without rowid',
      WITHOUT_ROWID,
      "UPDATE t SET a = 'z' WHERE b % 9 = 0; DELETE FROM t WHERE b = 7; VACUUM;",
    ],
    [
      'records',
      'a table that lost its rowid',
      BY_TEXT,
      copyInto('id TEXT PRIMARY KEY NOT NULL, a, b').replace('b);', 'b) WITHOUT ROWID;'),
    ],
    [
      'records',
      'no key, and rows that moved',
      NO_KEY,
      'DELETE FROM t WHERE id = 5; UPDATE t SET a = 1 WHERE id = 9; VACUUM;',
    ],
    [
      'records',
      'the end of long rows',
      LONG,
      "UPDATE t SET a = substr(a, 1, 8999) || 'y' WHERE id % 100 = 0;",
    ],
    ['sql', 'generated columns of an edited table', GENERATED, 'UPDATE t SET a = 1 WHERE id = 5;'],
    ['sql', 'negative rowids', BY_ROWID, 'UPDATE t SET id = -5 WHERE id = 5;'],
    ['sql', 'another key', BY_ROWID, copyInto('id, a PRIMARY KEY, b')],
    ['sql', 'another page size', BY_ROWID, 'PRAGMA page_size=1024; VACUUM;'],
  ])('is %s for %s', (proof, _, schema, edit) => {
    expect(tableOf(schema, edit).proof).toBe(proof);
  });

  const SEARCH =
    "CREATE VIRTUAL TABLE s USING fts5(title, body); INSERT INTO s VALUES ('a', 'b'), ('c', 'd');";

  it.each<[TableChange['proof'], string, string]>([
    ['pages', SEARCH, 'CREATE TABLE u(v);'],
    ['sql', SEARCH, "INSERT INTO s(s) VALUES ('optimize'); DELETE FROM s WHERE title = 'a';"],
    ['sql', SEARCH.replace('body', "body, content=''"), 'CREATE TABLE u(v);'],
    [
      'pages',
      'CREATE VIRTUAL TABLE r USING rtree(id, x0, x1); INSERT INTO r VALUES (1, 0, 1);',
      'CREATE TABLE u(v);',
    ],
  ])('is %s for a virtual table: %s %s', (proof, schema, edit) => {
    expect(tableOf(schema, edit).proof).toBe(proof);
  });

  it('is sql while a WAL lies beside a file', () => {
    const before = databaseFrom(folder, BY_ROWID);
    const after = databaseFrom(folder, BY_ROWID);
    const writer = new Database(after);
    writer.exec('PRAGMA journal_mode=WAL; UPDATE t SET a = 1 WHERE id = 7;');
    const [table] = compare({ before, after, executed: [] }).changes.tables;
    writer.close();
    expect(table).toMatchObject({ changed: 1, proof: 'sql' });
  });
});

describe('a column that was added once', () => {
  const OLD = `${BY_ROWID} ALTER TABLE t ADD COLUMN c REAL DEFAULT 7; ALTER TABLE t ADD COLUMN d DEFAULT abc;`;

  it('holds its default in records that lack it', () => {
    const table = tableOf(
      OLD,
      "UPDATE t SET c = 7.0; UPDATE t SET d = CASE WHEN id % 2 THEN 'abc' ELSE 'ABC' END;",
    );
    expect(table).toMatchObject({
      proof: 'records',
      changed: 1000,
      columns: [{ column: 'd', changed: 1000 }],
    });
  });

  it('holds another default when it was dropped and added again, though no record changed', () => {
    const table = tableOf(OLD, 'ALTER TABLE t DROP COLUMN d; ALTER TABLE t ADD COLUMN d DEFAULT ABC;');
    expect(table).toMatchObject({ changed: 2000, columns: [{ column: 'd', changed: 2000 }] });
  });
});

describe('a new column that was filled in some rows only', () => {
  const added = (type = '') => `ALTER TABLE t ADD COLUMN c ${type};`;
  const some = 'UPDATE t SET c = b WHERE id % 2 = 0;';

  it.each<[string, string, string, number, number]>([
    ['behind the others', BY_ROWID, `${added()} ${some}`, 1000, 1000],
    ['on few of the pages', BY_ROWID, `${added()} UPDATE t SET c = 1 WHERE id < 9;`, 8, 1992],
    ['of real numbers', BY_ROWID, `${added('REAL')} UPDATE t SET c = 9e999 WHERE id % 4 = 0;`, 500, 1500],
    [
      'with a default that some rows lost',
      BY_ROWID,
      `${added("DEFAULT 'x'")} UPDATE t SET c = NULL WHERE id < 9;`,
      1992,
      8,
    ],
    [
      'beside another, both in new rows too',
      BY_ROWID,
      `${added()} ALTER TABLE t ADD COLUMN d; ${some} INSERT INTO t(id, b, c) VALUES (5000, 'x', 1), (5001, 'x', NULL);`,
      1000,
      1001,
    ],
    [
      'among the others',
      BY_ROWID,
      copyInto('id INTEGER PRIMARY KEY, c, a, b', 'id, iif(id % 2, NULL, b), a, b'),
      1000,
      1000,
    ],
    [
      'where rows moved under a text key',
      BY_TEXT,
      `${added()} UPDATE t SET c = b WHERE b % 2 = 0; UPDATE t SET rowid = -rowid + 9000; INSERT INTO t(id, c) VALUES ('new', 1);`,
      1000,
      1000,
    ],
    [
      'in place of a dropped one, with another behind it',
      BY_ROWID,
      copyInto('id INTEGER PRIMARY KEY, a, c, d', 'id, a, iif(id % 2, NULL, b), 1'),
      1000,
      1000,
    ],
  ])('is counted alike by both ways: %s', (_, schema, edit, filled, empty) => {
    const table = tableOf(schema, edit);
    expect(table).toMatchObject({ proof: 'records', partlyFilled: [{ column: 'c', filled, empty }] });
  });

  it.each(['7ff8000000000000', 'fff8000000000000'])(
    'has no value where a file holds what is no number: %s',
    (none) => {
      const before = databaseFrom(folder, BY_ROWID);
      const after = databaseFrom(folder, BY_ROWID);
      change(after, `${added('REAL')} UPDATE t SET c = 0.1 WHERE id % 2 = 0;`);
      const bytes = readFileSync(after);
      const number = Buffer.alloc(8);
      number.writeDoubleBE(0.1);
      const file = openSync(after, 'r+');
      writeSync(file, Buffer.from(none, 'hex'), 0, 8, bytes.indexOf(number));
      closeSync(file);
      const { tables } = compareBothWays({ before, after, executed: [] });
      expect(tables).toMatchObject([{ partlyFilled: [{ column: 'c', filled: 999, empty: 1001 }] }]);
    },
  );
});

describe('JSON that was broken', () => {
  it.each(['UTF-8', 'UTF-16le', 'UTF-16be'])(
    'is counted where a text was an object or array, in %s',
    (encoding) => {
      const schema = `PRAGMA encoding='${encoding}'; CREATE TABLE t(id INTEGER PRIMARY KEY, v);
      INSERT INTO t(v) VALUES ('{"ä":1}'), ('[1]'), ('7'), ('no json'), ('{"b":2}'), ('[2]');`;
      const before = databaseFrom(folder, schema);
      const after = databaseFrom(folder, schema);
      change(after, "UPDATE t SET v = CASE id WHEN 5 THEN '{}' WHEN 6 THEN NULL ELSE substr(v, 2) END;");
      const [table] = compare({ before, after, executed: [] }).changes.tables;
      expect(table?.columns).toEqual([
        { column: 'v', filled: 0, changed: 5, nulled: 1, retyped: 0, jsonBroken: 2 },
      ]);
    },
  );
});

describe('damaged files', () => {
  it('end no comparison that strict SQL can carry out', () => {
    const random = randomFrom(7);
    const schema = `PRAGMA page_size=512; ${LONG.replace('2000', '60').replace('9000', '900')} CREATE INDEX i ON t(b);
      CREATE TABLE k(a TEXT PRIMARY KEY, b) WITHOUT ROWID; INSERT INTO k SELECT id, a FROM t;`;
    const before = databaseFrom(folder, schema);
    const bytes = readFileSync(before);
    for (let round = 0; round < 80; round += 1) {
      const damaged = `${before}-${round}.db`;
      copyFileSync(before, damaged);
      const file = openSync(damaged, 'r+');
      // Behind the first page: a schema that cannot be read ends everything.
      for (let left = 1 + random.below(8); left > 0; left -= 1) {
        const page = 1 + random.below(bytes.length / 512 - 1);
        writeSync(
          file,
          Buffer.from([random.below(256)]),
          0,
          1,
          page * 512 + random.below(random.pick([12, 512])),
        );
      }
      closeSync(file);
      for (const [left, right] of [
        [before, damaged],
        [damaged, before],
        [damaged, damaged],
      ] as const) {
        const request = { before: left, after: right, executed: [] };
        expect(() => compareBySql(request)).not.toThrow();
        expect(() => compare(request)).not.toThrow();
      }
    }
  }, 120_000);
});
