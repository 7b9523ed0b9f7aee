import { describe, expect, it } from '@jest/globals';
import { type CaseSettings, judged, rehearsed } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { type ListedRows, rowsListed } from '../../support/truth/listed-rows.ts';

const folder = scratchFolder();

/** Runs the query of every finding that has one, after a migration of a real database. */
function tried(schema: string, migration: string | undefined, settings: CaseSettings = {}): ListedRows[] {
  const { facts, before, after } = rehearsed(folder, schema, migration, settings);
  return rowsListed(judged(facts, settings).findings, { before, after });
}

/** `rule: rows` of each query. */
function listed(schema: string, migration: string, settings: CaseSettings = {}): string[] {
  return tried(schema, migration, settings).map(({ finding, rows }) => `${finding.rule}: ${rows}`);
}

const ODD = `CREATE TABLE "a ""b"" 🙂"("the key" TEXT NOT NULL COLLATE NOCASE PRIMARY KEY, "select" TEXT, n);
  INSERT INTO "a ""b"" 🙂" VALUES ('A', '007', 1), ('b', 'x', 1.0), ('c', NULL, 2), ('d', 'd', x'00');`;

describe('a query', () => {
  it.each([
    ['rows-lost', `DELETE FROM "a ""b"" 🙂" WHERE n = 1;`, 2],
    ['rows-replaced', `UPDATE "a ""b"" 🙂" SET "the key" = 'a' WHERE "the key" = 'A';`, 1],
    ['values-cleared', `UPDATE "a ""b"" 🙂" SET "select" = NULL;`, 3],
    ['values-retyped', `UPDATE "a ""b"" 🙂" SET n = 1.0 WHERE n = 1;`, 1],
    ['values-changed', `UPDATE "a ""b"" 🙂" SET "select" = upper("select");`, 2],
    ['table-dropped', `DROP TABLE "a ""b"" 🙂";`, 4],
    ['column-dropped', `ALTER TABLE "a ""b"" 🙂" DROP COLUMN "select";`, 3],
  ])('of %s is exact, whatever the names and collations', (rule, sql, rows) => {
    expect(listed(ODD, sql)).toEqual([`${rule}: ${rows}`]);
  });

  it('follows renames of table, key and column', () => {
    const sql = `ALTER TABLE "a ""b"" 🙂" RENAME TO t; ALTER TABLE t RENAME COLUMN "the key" TO k;
      ALTER TABLE t RENAME COLUMN "select" TO s; DELETE FROM t WHERE k = 'd'; UPDATE t SET s = 'y' WHERE k = 'b';
      ALTER TABLE t DROP COLUMN n;`;
    expect(listed(ODD, sql)).toEqual(['column-dropped: 4', 'rows-lost: 1', 'values-changed: 1']);
  });

  it('lists one row of two that are equal, where no key tells them apart', () => {
    const schema =
      "CREATE TABLE k(a, b); INSERT INTO k VALUES (1, 'x'), (1, 'x'), (1.0, 'x'), (NULL, NULL), (NULL, NULL);";
    expect(listed(schema, 'DELETE FROM k WHERE rowid IN (1, 4);')).toEqual(['rows-lost: 2']);
  });

  it('without a key lists as unequal what is gone and what changed together', () => {
    const schema = "CREATE TABLE k(a, b); INSERT INTO k VALUES (1, 'x'), (2, 'y'), (3, 'z');";
    expect(listed(schema, "DELETE FROM k WHERE a = 1; UPDATE k SET b = 'c' WHERE a = 2;")).toEqual([
      'rows-lost: 2',
      'values-changed: 2',
    ]);
  });

  it('shows both sides of a value by a key that may be NULL', () => {
    const schema =
      "CREATE TABLE k(id TEXT PRIMARY KEY, b); INSERT INTO k VALUES ('p', 1), ('q', 2), (NULL, 3);";
    const [changed] = tried(schema, "UPDATE k SET b = 9 WHERE id = 'p';");
    expect(changed?.rows).toBe(1);
    expect(changed?.finding.query).toContain('AS "b before", a."b" AS "b after"');
  });

  it('of a table with an INTEGER PRIMARY KEY is short', () => {
    const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 2), (2, 3);';
    expect(tried(schema, 'DELETE FROM t WHERE id = 2;')[0]?.finding.query).toBe(
      'SELECT b.* FROM before."t" AS b WHERE NOT EXISTS (SELECT 1 FROM main."t" AS a WHERE a."id" = b."id");',
    );
  });

  it('takes any number of columns', () => {
    const columns = Array.from({ length: 1990 }, (_, at) => `c${at}`);
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, ${columns.join(', ')}); INSERT INTO t(id, ${columns.join(', ')})
      VALUES (1, ${columns.map(() => 1).join(', ')});`;
    const sql = `UPDATE t SET ${columns.map((column) => `${column} = 2`).join(', ')};`;
    expect(listed(schema, sql)).toEqual(['values-changed: 1']);
  });

  it('of foreign keys lists children: without a parent, as before the repair, or of a key that cannot be enforced', () => {
    const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY, u); CREATE TABLE c(p REFERENCES p(id)); CREATE TABLE m(p REFERENCES p(u));
      INSERT INTO p VALUES (1, 1), (2, 2); INSERT INTO c VALUES (1), (8), (NULL); INSERT INTO m VALUES (1), (NULL);`;
    expect(listed(schema, 'INSERT INTO p VALUES (8, 8);')).toEqual([
      'foreign-key-mismatch: 1',
      'orphans-present: 1',
    ]);
  });

  it('lists all orphans of a foreign key, the older ones with those of the migration', () => {
    const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id));
      INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1), (8);`;
    const results = tried(schema, 'DELETE FROM p WHERE id = 1;').filter(
      ({ finding }) => finding.table === 'c',
    );
    expect(results.map(({ finding, rows }) => [finding.rule, finding.count, rows])).toEqual([
      ['orphans-introduced', 1, 2],
      ['orphans-present', 1, 2],
    ]);
  });

  it('of broken JSON lists what was JSON before, and not what never was', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, j, k, n);
      INSERT INTO t VALUES (1, '{"a":1}', '[1]', 1), (2, ' [1]', 'x', 1), (3, 'no {', NULL, 1), (4, '"text"', 'y', 1), (5, x'7b7d', 'z', 1);`;
    const sql = 'UPDATE t SET j = substr(j, 1, 2), k = substr(k, 1, 2);';
    const results = tried(schema, sql).filter(({ finding }) => finding.rule === 'json-broken');
    // Three values of two rows.
    expect(results.map(({ finding, rows }) => [finding.count, rows])).toEqual([[3, 2]]);
  });

  it('of duplicated rows lists each that is more than before, and none that was equal already', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, "copy" TEXT COLLATE NOCASE, w);
      INSERT INTO t("copy", w) VALUES ('a', 1), ('A', 1), ('a', 1.0), ('b', NULL), ('b', NULL), ('c', x'00');`;
    const sql =
      'INSERT INTO t("copy", w) SELECT "copy", w FROM t; INSERT INTO t("copy", w) VALUES (\'d\', 1), (\'d\', 1);';
    expect(listed(schema, sql)).toEqual(['rows-duplicated: 7']);
  });

  it('of duplicated rows follows renames, and passes over a column that is new', () => {
    const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1), (2, 1), (3, 2);';
    const sql = `ALTER TABLE t RENAME TO s; ALTER TABLE s RENAME COLUMN v TO u; ALTER TABLE s ADD COLUMN c;
      INSERT INTO s(u) SELECT u FROM s;`;
    expect(listed(schema, sql)).toContain('rows-duplicated: 3');
  });

  it('of a required column names the column with its table', () => {
    const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, NULL), (2, 1);';
    const settings = { checks: { required: [{ table: 't', column: 'v' }] } };
    const [found] = tried(schema, undefined, settings);
    expect(found).toMatchObject({ rows: 1, finding: { query: 'SELECT * FROM "t" WHERE "t"."v" IS NULL;' } });
  });
});
