import { describe, expect, it } from '@jest/globals';
import type { TableChange } from '../../../../../src/facts/changes.ts';
import { splitStatements } from '../../../../../src/statements/split.ts';
import { namesOf } from '../../../../../src/statements/targets.ts';
import { compareBothWays } from '../../../../support/both-ways.ts';
import { change, databaseFrom, scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();

/** What `edit` did to a database built from `schema`. */
function edited(schema: string, edit: string) {
  const before = databaseFrom(folder, schema);
  const after = databaseFrom(folder, schema);
  change(after, edit);
  const executed = splitStatements(edit).flatMap(({ sql }) => namesOf(sql));
  return compareBothWays({ before, after, executed });
}

function tableOf(schema: string, edit: string): TableChange {
  const [table] = edited(schema, edit).tables;
  if (table === undefined) throw new Error('no table was compared');
  return table;
}

const counts = ({ before, after, added, removed, changed }: TableChange) => ({
  before,
  after,
  added,
  removed,
  changed,
});

describe('compareContent', () => {
  const GOALS =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 'a'), (2, NULL), (3, 3), (4, 4.5);";

  it('finds nothing where nothing differs', () => {
    expect(tableOf(GOALS, 'VACUUM; REINDEX;')).toEqual({
      table: 't',
      before: 4,
      after: 4,
      added: 0,
      removed: 0,
      changed: 0,
      pairedBy: ['id'],
      proof: 'sql',
      columns: [],
    });
  });

  it.each([
    ['without a key', 'c0 INT'],
    ['with a key that may be NULL', 'c0 TEXT PRIMARY KEY'],
  ])('compares 1999 columns %s by their rowids', (_, first) => {
    const more = Array.from({ length: 1998 }, (_value, at) => `c${at + 1}`).join(', ');
    const schema = `CREATE TABLE t(${first}, ${more}); INSERT INTO t(c0) VALUES (1), (2), (3);`;
    const table = tableOf(schema, 'UPDATE t SET c1998 = 5 WHERE c0 = 2; DELETE FROM t WHERE c0 = 3;');
    expect(counts(table)).toEqual({ before: 3, after: 2, added: 0, removed: 1, changed: 1 });
    expect(table.columns).toEqual([{ column: 'c1998', filled: 1, changed: 0, nulled: 0, retyped: 0 }]);
  });

  it('says where no key and no rowid pairs the rows of so many columns', () => {
    const more = Array.from({ length: 1997 }, (_, at) => `c${at}`).join(', ');
    const schema = `CREATE TABLE t(rowid, _rowid_, oid, ${more}); INSERT INTO t(c0) VALUES (1);`;
    const { tables, unchecked } = edited(schema, 'UPDATE t SET c0 = 2;');
    expect(tables).toEqual([]);
    expect(unchecked).toMatchObject([{ check: 'content', table: 't' }]);
  });

  it('compares the table of a search index that is called like its own content', () => {
    const database = (rows: string) =>
      databaseFrom(
        folder,
        `CREATE TABLE posts_content(id INTEGER PRIMARY KEY, body TEXT); INSERT INTO posts_content VALUES ${rows};
         CREATE VIRTUAL TABLE posts USING fts5(body, content='posts_content', content_rowid='id');`,
      );
    const [before, after] = [database("(1, 'a'), (2, 'b')"), database('(2, NULL)')];
    const { tables } = compareBothWays({ before, after, executed: [] });
    expect(tables).toMatchObject([{ table: 'posts_content', removed: 1, changed: 1 }]);
  });

  it('counts each value once: filled, nulled, retyped or changed', () => {
    const table = tableOf(
      GOALS,
      "UPDATE t SET v = CASE id WHEN 1 THEN NULL WHEN 2 THEN 'new' WHEN 3 THEN 3.0 ELSE 5.5 END;",
    );
    expect(table.changed).toBe(4);
    expect(table.columns).toEqual([{ column: 'v', filled: 1, changed: 1, nulled: 1, retyped: 1 }]);
  });

  it.each([
    ['an integer beyond 2^53', 'v', '9007199254740993', '9007199254740992', 'changed'],
    ['1 and 1.0', 'v', '1', '1.0', 'retyped'],
    ['case under NOCASE', 'v COLLATE NOCASE', "'a'", "'A'", 'changed'],
    ['a trailing blank under RTRIM', 'v COLLATE RTRIM', "'a'", "'a '", 'changed'],
    ['text and the same bytes as a blob', 'v', "'a'", "x'61'", 'retyped'],
    ['invalid UTF-8', 'v', "CAST(x'ff' AS TEXT)", "CAST(x'fe' AS TEXT)", 'changed'],
    ['text behind a NUL', 'v', "CAST(x'610062' AS TEXT)", "CAST(x'610063' AS TEXT)", 'changed'],
    ['one byte of a blob', 'v', 'zeroblob(9000)', "CAST(zeroblob(8999) || x'01' AS BLOB)", 'changed'],
    ['infinity', 'v', '9e999', '-9e999', 'changed'],
    ['infinity that became NULL', 'v', '9e999', 'NULL', 'nulled'],
    ['the last digit of a real', 'v REAL', '0.1', '0.1 + 2e-17 + 1e-17', 'changed'],
  ])('sees %s', (_, column, from, to, kind) => {
    const table = tableOf(
      `CREATE TABLE t(id INTEGER PRIMARY KEY, ${column}); INSERT INTO t VALUES (1, ${from});`,
      `UPDATE t SET v = ${to};`,
    );
    expect(table.columns).toEqual([{ column: 'v', filled: 0, changed: 0, nulled: 0, retyped: 0, [kind]: 1 }]);
  });

  it('calls -0.0 and 0.0 equal, as SQLite does', () => {
    expect(
      tableOf('CREATE TABLE t(v REAL); INSERT INTO t VALUES (0.0);', 'UPDATE t SET v = -0.0;').changed,
    ).toBe(0);
  });

  it('sees text that a rebuild turned into numbers', () => {
    const table = tableOf(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, '00501'), (2, 'x');",
      'CREATE TABLE n(id INTEGER PRIMARY KEY, v INTEGER); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;',
    );
    expect(table.columns).toEqual([{ column: 'v', filled: 0, changed: 0, nulled: 0, retyped: 1 }]);
  });

  it('sees values that were swapped by a copy in another column order', () => {
    const table = tableOf(
      "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES (1, 'x', 'y');",
      'CREATE TABLE n(id INTEGER PRIMARY KEY, b, a); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;',
    );
    expect(table.columns.map(({ column, changed }) => [column, changed])).toEqual([
      ['b', 1],
      ['a', 1],
    ]);
  });

  it('compares only columns that exist on both sides', () => {
    const table = tableOf(
      'CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES (1, 2, 3);',
      "ALTER TABLE t DROP COLUMN a; ALTER TABLE t ADD COLUMN c DEFAULT 'new';",
    );
    expect(counts(table)).toEqual({ before: 1, after: 1, added: 0, removed: 0, changed: 0 });
  });

  it('counts rows where no column is left to compare', () => {
    const table = tableOf(
      'CREATE TABLE t(a); INSERT INTO t VALUES (1), (2), (3);',
      'CREATE TABLE n(b); INSERT INTO n SELECT a FROM t WHERE a < 3; DROP TABLE t; ALTER TABLE n RENAME TO t;',
    );
    expect(counts(table)).toEqual({ before: 3, after: 2, added: 0, removed: 1, changed: 0 });
  });

  it('handles 2,000 columns', () => {
    const columns = Array.from({ length: 1999 }, (_, at) => `c${at}`);
    const table = tableOf(
      `CREATE TABLE t(id INTEGER PRIMARY KEY, ${columns.join(', ')}); INSERT INTO t(id, c5) VALUES (1, 1), (2, 2);`,
      'UPDATE t SET c1998 = 1 WHERE id = 2; UPDATE t SET c5 = NULL WHERE id = 1',
    );
    expect(table.changed).toBe(2);
    expect(table.columns.map(({ column }) => column)).toEqual(['c5', 'c1998']);
  });
});

describe('pairing of rows', () => {
  it.each([
    ['a text key', 'k TEXT PRIMARY KEY NOT NULL, v', ''],
    ['a nullable text key', 'k TEXT PRIMARY KEY, v', ''],
    ['a key without rowid', 'k TEXT PRIMARY KEY, v', ' WITHOUT ROWID'],
    ['a key under NOCASE', 'k TEXT COLLATE NOCASE PRIMARY KEY, v', ' WITHOUT ROWID'],
    ['a composite key', "k TEXT, v, z DEFAULT 'z', PRIMARY KEY (z, k)", ' WITHOUT ROWID'],
    ['a strict table', 'k TEXT PRIMARY KEY, v ANY', ' STRICT'],
  ])('goes by %s', (_, columns, options) => {
    const schema = `CREATE TABLE t(${columns})${options}; INSERT INTO t(k, v) VALUES ('a', 1), ('b', 2), ('c', 3);`;
    const table = tableOf(
      schema,
      "DELETE FROM t WHERE k = 'a'; INSERT INTO t(k, v) VALUES ('d', 4), ('e', 5); UPDATE t SET v = 9 WHERE k = 'c';",
    );
    expect(counts(table)).toEqual({ before: 3, after: 4, added: 2, removed: 1, changed: 1 });
  });

  it('keeps rows with NULL keys apart', () => {
    const table = tableOf(
      "CREATE TABLE t(k TEXT PRIMARY KEY, v); INSERT INTO t VALUES (NULL, 1), (NULL, 2), ('a', 3);",
      'DELETE FROM t WHERE v = 1; UPDATE t SET v = 5 WHERE v = 3',
    );
    expect(counts(table)).toEqual({ before: 3, after: 2, added: 0, removed: 1, changed: 1 });
  });

  it('goes by the key of *before* where the key was dropped and doubled', () => {
    const table = tableOf(
      "CREATE TABLE t(k TEXT PRIMARY KEY NOT NULL, v); INSERT INTO t VALUES ('a', 1), ('b', 2);",
      'CREATE TABLE n(k, v); INSERT INTO n SELECT * FROM t; INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;',
    );
    expect(counts(table)).toEqual({ before: 2, after: 4, added: 2, removed: 0, changed: 0 });
  });

  it('calls a key that changed between text and number the same key', () => {
    const table = tableOf(
      "CREATE TABLE t(k TEXT PRIMARY KEY NOT NULL, v); INSERT INTO t VALUES ('1', 1), ('x', 2);",
      "CREATE TABLE n(k INTEGER PRIMARY KEY, v); INSERT INTO n SELECT * FROM t WHERE k = '1'; DROP TABLE t; ALTER TABLE n RENAME TO t;",
    );
    expect(counts(table)).toEqual({ before: 2, after: 1, added: 0, removed: 1, changed: 1 });
  });

  const LOG = "CREATE TABLE t(a, b); INSERT INTO t VALUES (1, 'x'), (1, 'x'), (2, 'y'), (3, NULL);";

  it('without a key pairs equal rows first, whatever their rowid', () => {
    expect(counts(tableOf(LOG, 'DELETE FROM t WHERE rowid = 1; INSERT INTO t VALUES (9, 9);'))).toEqual({
      before: 4,
      after: 4,
      added: 1,
      removed: 1,
      changed: 0,
    });
    expect(
      counts(
        tableOf(
          LOG,
          'CREATE TABLE n(a, b); INSERT INTO n SELECT * FROM t ORDER BY a DESC; DROP TABLE t; ALTER TABLE n RENAME TO t;',
        ),
      ),
    ).toEqual({ before: 4, after: 4, added: 0, removed: 0, changed: 0 });
  });

  it('without a key pairs the rest by rowid', () => {
    const table = tableOf(
      LOG,
      "UPDATE t SET b = 'z' WHERE a = 2; UPDATE t SET a = 1.0 WHERE rowid = 2; DELETE FROM t WHERE a = 3;",
    );
    expect(counts(table)).toEqual({ before: 4, after: 3, added: 0, removed: 1, changed: 2 });
    expect(table.columns).toEqual([
      { column: 'a', filled: 0, changed: 0, nulled: 0, retyped: 1 },
      { column: 'b', filled: 0, changed: 1, nulled: 0, retyped: 0 },
    ]);
  });

  it('works where every name of the rowid is taken by a column', () => {
    const schema =
      'CREATE TABLE t(rowid, oid, _rowid_); INSERT INTO t VALUES (1, 2, 3), (1, 2, 3), (4, 5, 6);';
    expect(counts(tableOf(schema, 'DELETE FROM t WHERE rowid = 4; UPDATE t SET oid = 7;'))).toEqual({
      before: 3,
      after: 2,
      added: 2,
      removed: 3,
      changed: 0,
    });
  });
});

describe('tables of every kind', () => {
  it('compares what a full-text index holds', () => {
    const [table] = edited(
      "CREATE VIRTUAL TABLE s USING fts5(title, body); INSERT INTO s VALUES ('a', 'b'), ('c', 'd');",
      "UPDATE s SET body = 'x' WHERE rowid = 2; INSERT INTO s(s) VALUES ('optimize');",
    ).tables;
    expect(table).toMatchObject({
      table: 's',
      before: 2,
      after: 2,
      changed: 1,
      columns: [{ column: 'body', changed: 1 }],
    });
  });

  it('compares an rtree', () => {
    const [table] = edited(
      'CREATE VIRTUAL TABLE r USING rtree(id, x0, x1); INSERT INTO r VALUES (1, 0, 1), (2, 0, 1);',
      'DELETE FROM r WHERE id = 1;',
    ).tables;
    expect(table).toMatchObject({ table: 'r', removed: 1 });
  });

  it('compares generated columns by what they yield', () => {
    const [table] = edited(
      'CREATE TABLE t(id INTEGER PRIMARY KEY, a, b AS (a + 1), c AS (a + 2) STORED); INSERT INTO t(a) VALUES (1);',
      'CREATE TABLE n(id INTEGER PRIMARY KEY, a, b AS (a + 5), c AS (a + 2) STORED); INSERT INTO n(id, a) SELECT id, a FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;',
    ).tables;
    expect(table?.columns).toEqual([{ column: 'b', filled: 0, changed: 1, nulled: 0, retyped: 0 }]);
  });

  it('handles names that need quoting', () => {
    const name = '"se""lect 🙂 [x]"';
    const [table] = edited(
      `CREATE TABLE ${name}("a ""b" PRIMARY KEY, "order"); INSERT INTO ${name} VALUES (1, 2);`,
      `UPDATE ${name} SET "order" = 3;`,
    ).tables;
    expect(table).toMatchObject({ table: 'se"lect 🙂 [x]', changed: 1, columns: [{ column: 'order' }] });
  });

  it('follows renamed tables and columns', () => {
    const { tables, renames, objects } = edited(
      'CREATE TABLE a(id INTEGER PRIMARY KEY, x); CREATE INDEX i ON a(x); INSERT INTO a VALUES (1, 1);',
      'ALTER TABLE a RENAME TO b; ALTER TABLE b RENAME COLUMN x TO y; UPDATE b SET y = 2;',
    );
    expect(tables).toMatchObject([{ table: 'b', changed: 1, columns: [{ column: 'y', changed: 1 }] }]);
    expect(renames).toEqual([
      { kind: 'table', table: 'b', from: 'a', to: 'b' },
      { kind: 'column', table: 'b', from: 'x', to: 'y' },
    ]);
    expect(objects.filter(({ change: kind }) => kind !== 'renamed')).toEqual([]);
  });
});
