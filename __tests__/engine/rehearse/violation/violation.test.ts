import { describe, expect, it } from '@jest/globals';
import { Connection } from '../../../../src/engine/sqlite/connection.ts';
import { type CaseSettings, rehearsed } from '../../../support/preflight.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();

const SCHEMA = `CREATE TABLE users(id INTEGER PRIMARY KEY, mail TEXT COLLATE NOCASE, team INT, age);
  INSERT INTO users VALUES (1, 'a@x', 1, 5), (2, 'A@x', NULL, -1), (3, 'b@x', 9, 'old'), (4, NULL, 1, 7), (5, 'c@x', 1, NULL);
  CREATE TABLE teams(id INTEGER PRIMARY KEY, lead INT REFERENCES users(id)); INSERT INTO teams VALUES (1, 3), (2, 3);
  CREATE TABLE strict_ones(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, t TEXT UNIQUE, r REAL CHECK (r > 0), CONSTRAINT small CHECK (n < 100)) STRICT;`;

function violation(sql: string, settings: CaseSettings = { profile: 'autocommit-fk-on' }) {
  const { facts, before } = rehearsed(folder, SCHEMA, sql, settings);
  const found = facts.rehearsal.failure?.violation;
  if (found?.runsIn === 'before') {
    // What is said to run in the snapshot does, and lists as many.
    const connection = Connection.open(before, 'read');
    expect(connection.count(found.query)).toBe(found.rows);
    connection.close();
  }
  return found;
}

const NEW =
  'CREATE TABLE n(id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE, age INT CHECK (age >= 0), team INT REFERENCES teams(id));';

describe('the rows that stop', () => {
  it.each([
    [
      'a unique index',
      'CREATE UNIQUE INDEX i ON users(mail);',
      { constraint: 'UNIQUE', table: 'users', columns: ['mail'], rows: 2, runsIn: 'before' },
    ],
    [
      'a unique index in another collation',
      'CREATE UNIQUE INDEX i ON users(team DESC) WHERE team IS NOT NULL;',
      { columns: ['team'], rows: 3 },
    ],
    [
      'a unique index over an expression',
      'CREATE UNIQUE INDEX IF NOT EXISTS i ON users(substr(mail, 2), coalesce(team, 1))',
      { columns: [], rows: 3 },
    ],
    [
      'a copy into a UNIQUE column',
      `${NEW} INSERT INTO n(id, mail) SELECT id, lower(mail) FROM users WHERE mail IS NOT NULL;`,
      { constraint: 'UNIQUE', table: 'n', columns: ['mail'], rows: 2, runsIn: 'before' },
    ],
    [
      'a copy into a NOT NULL column',
      `${NEW} INSERT INTO n(id, mail) SELECT id, mail FROM users WHERE id > 2;`,
      { constraint: 'NOT NULL', table: 'n', columns: ['mail'], rows: 1, runsIn: 'before' },
    ],
    [
      'a copy that leaves a NOT NULL column out',
      `${NEW} INSERT INTO n(id) SELECT id FROM users;`,
      { constraint: 'NOT NULL', columns: ['mail'], rows: 5 },
    ],
    [
      'a copy into a CHECK',
      `${NEW} INSERT INTO n(id, mail, age) SELECT id, id, age FROM users;`,
      { constraint: 'CHECK', table: 'n', rows: 1 },
    ],
    [
      'a copy into a foreign key',
      `${NEW} INSERT INTO n SELECT id, id, NULL, team FROM users;`,
      { constraint: 'FOREIGN KEY', table: 'n', columns: ['team'], parent: 'teams', rows: 1 },
    ],
    [
      'a copy from a common table',
      `${NEW} WITH u AS (SELECT * FROM users) INSERT INTO n(id, mail) SELECT id, mail FROM u;`,
      { rows: 1, columns: ['mail'] },
    ],
    [
      'rows that are there already',
      'INSERT INTO users(id, mail) VALUES (1, 1), (9, 9), (2, 2);',
      { constraint: 'UNIQUE', table: 'users', columns: ['id'], rows: 2, runsIn: 'before' },
    ],
    [
      'text in a key',
      'INSERT INTO users(id) SELECT mail FROM users WHERE mail IS NOT NULL;',
      { constraint: 'datatype', columns: ['id'], rows: 4 },
    ],
    [
      'text in an integer column of a STRICT table',
      "INSERT INTO strict_ones(n) VALUES (1), ('2'), ('x'), (1.5);",
      { constraint: 'datatype', columns: ['n'], rows: 2 },
    ],
    [
      'a named CHECK',
      'INSERT INTO strict_ones(n) VALUES (100), (5), (200);',
      { constraint: 'CHECK', rows: 2 },
    ],
    [
      'an UPDATE to a UNIQUE column',
      "INSERT INTO strict_ones(n, t) VALUES (1, 'a'), (2, 'b'), (3, 'c'); UPDATE strict_ones SET t = 'c' WHERE n < 2;",
      { constraint: 'UNIQUE', columns: ['t'], rows: 2, runsIn: 'statement' },
    ],
    [
      'an UPDATE to a CHECK',
      'INSERT INTO strict_ones(n) VALUES (1), (60), (70); UPDATE strict_ones SET n = n * 2;',
      { constraint: 'CHECK', rows: 2 },
    ],
    [
      'an UPDATE to NULL',
      'INSERT INTO strict_ones(n) VALUES (1), (60); UPDATE strict_ones AS s SET n = nullif(s.n, 60);',
      { constraint: 'NOT NULL', columns: ['n'], rows: 1 },
    ],
    [
      'an UPDATE to a parent that is not there',
      'UPDATE teams SET lead = lead + 7 WHERE id = 2;',
      { constraint: 'FOREIGN KEY', columns: ['lead'], rows: 1, runsIn: 'before' },
    ],
    [
      'a DELETE of what is referred to',
      'DELETE FROM users WHERE id IN (2, 3);',
      { constraint: 'FOREIGN KEY', refers: true, table: 'teams', parent: 'users', rows: 2, runsIn: 'before' },
    ],
    [
      'a DROP of what is referred to',
      'DROP TABLE users;',
      { constraint: 'FOREIGN KEY', refers: true, table: 'teams', rows: 2 },
    ],
    [
      'a COMMIT with keys that wait',
      'BEGIN; PRAGMA defer_foreign_keys=ON; DELETE FROM users WHERE id = 3; COMMIT;',
      { constraint: 'FOREIGN KEY', table: 'teams', rows: 2, runsIn: 'statement' },
    ],
    [
      'a new column that must have a value',
      'ALTER TABLE users ADD COLUMN x NOT NULL;',
      { constraint: 'NOT NULL', columns: ['x'], rows: 5, runsIn: 'before' },
    ],
    [
      'NOT NULL for a column that is there',
      'ALTER TABLE users ALTER COLUMN team SET NOT NULL;',
      { constraint: 'NOT NULL', columns: ['team'], rows: 1, runsIn: 'before' },
    ],
    [
      'a new CHECK',
      "ALTER TABLE users ADD CONSTRAINT c CHECK (typeof(age) <> 'text')",
      { constraint: 'CHECK', rows: 1, runsIn: 'before' },
    ],
  ])('%s', (_, sql, expected) => {
    expect(violation(sql)).toMatchObject(expected);
  });
});

it('are told by key where samples are asked for, five at most', () => {
  const rows =
    "WITH RECURSIVE s(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM s WHERE i < 30) INSERT INTO users(id, mail) SELECT i, 'same' FROM s;";
  const found = violation(`${rows} CREATE UNIQUE INDEX i ON users(mail);`, {
    profile: 'plain',
    samples: 'keys',
  });
  expect(found).toMatchObject({ rows: 23, runsIn: 'statement' });
  expect(found?.samples).toHaveLength(5);
  expect(found?.samples?.[0]).toEqual({ key: [{ column: 'id', value: '1' }] });
});

it('the COMMIT of the profile answers too', () => {
  const sql = 'PRAGMA defer_foreign_keys=ON; DELETE FROM users WHERE id = 3;';
  expect(violation(sql, { profile: 'transaction' })).toMatchObject({ table: 'teams', rows: 2 });
});

describe('nothing is said', () => {
  it.each([
    ['of a failure that no constraint causes', 'SELECT * FROM nobody;'],
    [
      'of what a trigger writes elsewhere',
      'CREATE TRIGGER g AFTER UPDATE ON users BEGIN INSERT INTO teams(id) VALUES (1); END; UPDATE users SET age = 1;',
    ],
    [
      'of a RAISE',
      "CREATE TRIGGER g BEFORE UPDATE ON users BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: users.id'); END; UPDATE users SET age = 1;",
    ],
  ])('%s', (_, sql) => {
    expect(violation(sql)).toBeUndefined();
  });
});
