import { describe, expect, it } from '@jest/globals';
import { withConnection } from '../../../src/engine/sqlite/connection.ts';
import { sqliteFailure } from '../../../src/engine/sqlite/errors.ts';
import type { DriverName } from '../../../src/facts/rehearsal/rehearsal.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> 'bad'), data BLOB);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id));
  CREATE VIRTUAL TABLE f USING fts5(name, content=p, content_rowid=id);
  CREATE TRIGGER no_ten BEFORE INSERT ON c WHEN new.id = 10 BEGIN SELECT RAISE(ABORT, 'no ten'); END;
  INSERT INTO p VALUES (1, 'one', x'00ff'), (9007199254740993, 'big', NULL); INSERT INTO c VALUES (1, 1);`;

/** Everything that a rehearsal sees of one statement under a driver. */
function seen(driver: DriverName, sql: string) {
  const act = (connection: Parameters<Parameters<typeof withConnection>[2]>[0]) => {
    connection.exec('PRAGMA foreign_keys=ON');
    try {
      const readOnly = connection.isReadOnly(sql);
      connection.exec(sql);
      const changes = connection.number('SELECT changes()');
      const tables = ['p', 'c'].map((table) =>
        connection.rows(`SELECT * FROM ${table} ORDER BY 1`).map(plain),
      );
      return { readOnly, changes, tables, open: connection.inTransaction };
    } catch (error) {
      return { failure: sqliteFailure(error) };
    }
  };
  return withConnection(databaseFrom(folder, SCHEMA), 'write', act, driver);
}

/** Buffer or Uint8Array: the bytes count. */
function plain(row: unknown[]): unknown[] {
  return row.map((value) => (value instanceof Uint8Array ? [...value] : value));
}

describe('the two drivers say the same of', () => {
  it.each([
    'SELECT 1',
    'EXPLAIN DELETE FROM c',
    'EXPLAIN QUERY PLAN DELETE FROM c',
    "INSERT INTO p VALUES (2, 'two', zeroblob(3))",
    'WITH x(i) AS (SELECT 5) INSERT INTO c SELECT i, 1 FROM x',
    'WITH x(i) AS (SELECT 5) SELECT * FROM x',
    'UPDATE c SET p = NULL',
    'DELETE FROM c',
    'BEGIN',
    'BEGIN IMMEDIATE',
    'PRAGMA user_version',
    'PRAGMA user_version = 4',
    'PRAGMA foreign_keys = OFF',
    'PRAGMA journal_mode',
    'PRAGMA wal_checkpoint',
    'PRAGMA incremental_vacuum',
    'VACUUM',
    'ANALYZE',
    'REINDEX',
    'CREATE TABLE t(a)',
    'CREATE TEMP TABLE t(a)',
    'CREATE INDEX i ON c(p)',
    'ALTER TABLE c ADD COLUMN more',
    'DROP TRIGGER no_ten',
    // Failures
    'SELECT * FROM none',
    'SELEC 1',
    "INSERT INTO p VALUES (3, 'one', NULL)",
    "INSERT INTO p VALUES (1, 'x', NULL)",
    'INSERT INTO p VALUES (3, NULL, NULL)',
    "INSERT INTO p VALUES (3, 'bad', NULL)",
    'INSERT INTO c VALUES (3, 99)',
    'INSERT INTO c VALUES (10, 1)',
    'INSERT INTO c VALUES (1.5, 1)',
    'ALTER TABLE c ADD COLUMN at DEFAULT CURRENT_TIMESTAMP',
    'COMMIT',
    'SELECT none(1)',
    "INSERT INTO f(f, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO f(f, rank) VALUES ('none', 1)",
    'UPDATE p SET name = zeroblob(2000000000)',
  ])('%s', (sql) => {
    expect(seen('node:sqlite', sql)).toEqual(seen('better-sqlite3', sql));
  });
});

it('the two drivers give an error its code also where it comes up between rows', () => {
  const counted = (driver: DriverName) =>
    withConnection(
      databaseFrom(folder, SCHEMA),
      'write',
      (connection) => {
        try {
          return connection.count("SELECT json_extract(value, '$.a') FROM json_each('[{}, 1, \"x\"]')");
        } catch (error) {
          return sqliteFailure(error);
        }
      },
      driver,
    );
  expect(counted('better-sqlite3')).toMatchObject({ code: 'SQLITE_ERROR' });
  expect(counted('node:sqlite')).toEqual(counted('better-sqlite3'));
});

it('only one of them takes text in double quotes', () => {
  const sql = 'UPDATE p SET data = "text" WHERE id = 1';
  expect(seen('better-sqlite3', sql).failure?.message).toContain('no such column: "text"');
  expect(seen('node:sqlite', sql)).toMatchObject({ readOnly: false, changes: 1 });
});

it.each(['better-sqlite3', 'node:sqlite'] as const)('%s looks at no text of two statements', (driver) => {
  const look = () =>
    withConnection(
      databaseFrom(folder, SCHEMA),
      'write',
      (connection) => connection.isReadOnly('SELECT 1; DELETE FROM c'),
      driver,
    );
  expect(look).toThrow(/more than one statement/);
});
