import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { areIndexesSound } from '../../../../src/engine/measure/integrity/index-content.ts';
import { withConnection } from '../../../../src/engine/sqlite/connection.ts';
import { type Random, randomFrom } from '../../../support/random.ts';
import { databaseFrom, editSchema, scratchFolder } from '../../../support/scratch.ts';

/** Indexes held against their rows by a merge, as integrity_check holds them by looking each row up. */
const folder = scratchFolder();

const ROWS = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
  INSERT INTO t SELECT i, 'key ' || (i * 7 % 500), i % 9, CASE WHEN i % 4 THEN i / 2.0 END FROM n;`;
const TABLE = `CREATE TABLE t(id INTEGER PRIMARY KEY, k TEXT, n INT, r REAL); ${ROWS}`;

function bothWays(path: string): { merged: boolean | undefined; sound: boolean } {
  return withConnection(path, 'check', (connection) => ({
    merged: areIndexesSound(connection, 't'),
    sound: connection.text("PRAGMA integrity_check('t')") === 'ok',
  }));
}

describe('indexes that hold what their table holds', () => {
  it.each([
    [
      'plain, composite, descending, unique',
      'CREATE INDEX a ON t(n DESC, k); CREATE UNIQUE INDEX b ON t(k); CREATE INDEX c ON t(r)',
    ],
    ['unique with several NULLs', 'UPDATE t SET k = NULL WHERE n = 3; CREATE UNIQUE INDEX b ON t(k, n)'],
    ['of the rowid', 'CREATE INDEX a ON t(id); CREATE INDEX b ON t(k, id DESC)'],
    ['without rows', 'DELETE FROM t; CREATE INDEX a ON t(n)'],
    [
      'of a far column of a wide table',
      `${Array.from({ length: 70 }, (_, at) => `ALTER TABLE t ADD COLUMN x${at};`).join(' ')} CREATE INDEX a ON t(x69)`,
    ],
    ['of an odd name', 'ALTER TABLE t RENAME n TO "a ""b"; CREATE INDEX "i "" x" ON t("a ""b")'],
  ])('are sound: %s', (_, sql) => {
    expect(bothWays(databaseFrom(folder, `${TABLE} ${sql}`))).toEqual({ merged: true, sound: true });
  });
});

describe('indexes that a merge cannot judge', () => {
  it.each([
    ['a collation', 'CREATE INDEX a ON t(k COLLATE NOCASE)'],
    ['a partial index', 'CREATE INDEX a ON t(k) WHERE n > 3'],
    ['an expression', 'CREATE INDEX a ON t(lower(k))'],
    ['a generated column', 'ALTER TABLE t ADD COLUMN g AS (n + 1); CREATE INDEX a ON t(k)'],
    ['no name for the rowid', 'DROP TABLE t; CREATE TABLE t(rowid, _rowid_, oid); CREATE INDEX a ON t(oid)'],
  ])('are left to integrity_check: %s', (_, sql) => {
    expect(bothWays(databaseFrom(folder, `${TABLE} ${sql}`)).merged).toBeUndefined();
  });

  it('are those of a table WITHOUT ROWID', () => {
    const path = databaseFrom(
      folder,
      'CREATE TABLE t(k PRIMARY KEY, v) WITHOUT ROWID; CREATE INDEX a ON t(v)',
    );
    expect(bothWays(path).merged).toBeUndefined();
  });
});

describe('indexes that hold something else', () => {
  it.each([
    [
      'no entry for some rows',
      'CREATE INDEX a ON t(n) WHERE n <> 4',
      "sql = 'CREATE INDEX a ON t(n)' WHERE name = 'a'",
    ],
    [
      'entries out of order',
      'CREATE INDEX a ON t(n)',
      "sql = 'CREATE INDEX a ON t(n DESC)' WHERE name = 'a'",
    ],
    ['another column', 'CREATE INDEX a ON t(n)', "sql = 'CREATE INDEX a ON t(r)' WHERE name = 'a'"],
    ['a key twice', 'CREATE INDEX a ON t(n)', "sql = 'CREATE UNIQUE INDEX a ON t(n)' WHERE name = 'a'"],
    [
      'the entries of another table',
      'CREATE TABLE u AS SELECT * FROM t; UPDATE u SET n = 5 WHERE id = 1; CREATE INDEX b ON u(n); CREATE INDEX a ON t(n)',
      "rootpage = (SELECT max(rootpage) + min(rootpage) FROM sqlite_schema WHERE name IN ('a', 'b')) - rootpage WHERE name IN ('a', 'b')",
    ],
    [
      'an entry too many',
      'CREATE INDEX a ON t(n); CREATE TABLE u AS SELECT * FROM t WHERE id <> 77',
      "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'u') WHERE name = 't'",
    ],
  ])('are found: %s', (_, sql, edit) => {
    const path = databaseFrom(folder, `${TABLE} ${sql}`);
    editSchema(path, edit);
    expect(bothWays(path)).toEqual({ merged: false, sound: false });
  });

  it('are found wherever integrity_check finds them, and nowhere else', () => {
    const tally = { sound: 0, damaged: 0 };
    for (let seed = 1; seed <= 300; seed += 1) {
      const path = databaseFrom(
        folder,
        `${TABLE} CREATE INDEX a ON t(n, k); CREATE UNIQUE INDEX b ON t(k DESC);`,
      );
      tamper(path, randomFrom(seed));
      const { merged, sound } = bothWays(path);
      expect({ seed, merged }).toEqual({ seed, merged: sound });
      tally[sound ? 'sound' : 'damaged'] += 1;
    }
    for (const times of Object.values(tally)) expect(times).toBeGreaterThan(20);
  });
});

/** Lets rows change behind the back of some indexes: they are hidden meanwhile. */
function tamper(path: string, random: Random): void {
  const db = new Database(path);
  db.unsafeMode(true);
  db.pragma('synchronous=OFF');
  const hidden = random.pick(["'a'", "'b'", "'a', 'b'"]);
  db.exec(`PRAGMA writable_schema=ON; CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name IN (${hidden});
    DELETE FROM sqlite_schema WHERE name IN (${hidden}); PRAGMA writable_schema=RESET;`);
  const id = 1 + random.below(500);
  db.exec(
    random.pick(
      [
        `UPDATE t SET k = 'key ${random.below(500)}' WHERE id = ${id}`,
        `UPDATE OR IGNORE t SET n = n + ${random.below(2)} WHERE id = ${id}`,
        `UPDATE t SET r = 1 WHERE id = ${id}`,
        `DELETE FROM t WHERE id = ${id}`,
        `UPDATE t SET id = 1000 WHERE id = ${id}`,
        `INSERT INTO t VALUES (2000, NULL, NULL, 1)`,
      ].map((sql) => sql.replace('UPDATE t', 'UPDATE OR IGNORE t')),
    ),
  );
  db.exec(
    'PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT * FROM kept; PRAGMA writable_schema=RESET',
  );
  db.close();
}
