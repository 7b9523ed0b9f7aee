import { describe, expect, it } from '@jest/globals';
import type { Named } from '../../src/facts/statement.ts';
import { namesOf } from '../../src/plan/names.ts';

describe('namesOf', () => {
  it.each<[string, Named[]]>([
    ['CREATE TABLE IF NOT EXISTS main."a b"(x)', [{ verb: 'create', kind: 'table', name: 'a b' }]],
    ['CREATE UNIQUE INDEX i ON t(a)', [{ verb: 'create', kind: 'index', name: 'i' }]],
    ['CREATE VIRTUAL TABLE s USING fts5(x)', [{ verb: 'create', kind: 'table', name: 's' }]],
    [
      'CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END',
      [{ verb: 'create', kind: 'trigger', name: 'g' }],
    ],
    ['CREATE TEMP TABLE x(a)', []],
    ['DROP VIEW IF EXISTS [v w]', [{ verb: 'drop', kind: 'view', name: 'v w' }]],
    ['ALTER TABLE a RENAME TO b', [{ verb: 'rename-table', name: 'a', to: 'b' }]],
    ['ALTER TABLE a RENAME COLUMN b TO c', [{ verb: 'rename-column', table: 'a', name: 'b', to: 'c' }]],
    ['ALTER TABLE a RENAME b TO c', [{ verb: 'rename-column', table: 'a', name: 'b', to: 'c' }]],
    ['ALTER TABLE a ADD COLUMN b TEXT', [{ verb: 'add-column', table: 'a', name: 'b' }]],
    ['ALTER TABLE a ADD b', [{ verb: 'add-column', table: 'a', name: 'b' }]],
    ['ALTER TABLE a DROP COLUMN `b`', [{ verb: 'drop-column', table: 'a', name: 'b' }]],
    ['ALTER TABLE a ALTER COLUMN b SET NOT NULL', [{ verb: 'alter', name: 'a' }]],
    ['INSERT INTO a VALUES (1)', [{ verb: 'insert', name: 'a' }]],
    ['INSERT OR IGNORE INTO a SELECT * FROM b', [{ verb: 'insert', name: 'a' }]],
    ['INSERT OR REPLACE INTO a VALUES (1)', [{ verb: 'upsert', name: 'a' }]],
    ['REPLACE INTO a VALUES (1)', [{ verb: 'upsert', name: 'a' }]],
    ['INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE SET y = 1', [{ verb: 'upsert', name: 'a' }]],
    ['INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING', [{ verb: 'insert', name: 'a' }]],
    ['UPDATE OR FAIL "a" SET b = 1', [{ verb: 'update', name: 'a' }]],
    ['DELETE FROM a', [{ verb: 'delete', name: 'a' }]],
    ['WITH x AS (SELECT 1), y AS (DELETE_ME) UPDATE a SET b = 1', [{ verb: 'update', name: 'a' }]],
    ['WITH RECURSIVE x(i) AS (SELECT 1) SELECT * FROM x', []],
    ['SELECT 1', []],
    ['PRAGMA foreign_keys=OFF', []],
    ['', []],
  ])('%s', (sql, expected) => {
    expect(namesOf(sql)).toEqual(expected);
  });
});
