import { describe, expect, it } from '@jest/globals';
import type { Copies, StatementTarget } from '../../src/facts/statement.ts';
import { namesOf } from '../../src/statements/targets.ts';

describe('namesOf', () => {
  it.each<[string, StatementTarget[]]>([
    [
      'CREATE TABLE IF NOT EXISTS main."a b"(x)',
      [{ verb: 'create', kind: 'table', name: 'a b', columns: ['x'] }],
    ],
    ['CREATE UNIQUE INDEX i ON t(a)', [{ verb: 'create', kind: 'index', name: 'i', on: 't' }]],
    ['CREATE VIRTUAL TABLE s USING fts5(x)', [{ verb: 'create', kind: 'table', name: 's' }]],
    [
      'CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END',
      [{ verb: 'create', kind: 'trigger', name: 'g', on: 't' }],
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
    [
      'INSERT OR IGNORE INTO a SELECT * FROM b',
      [{ verb: 'insert', name: 'a', copies: { table: 'b' }, reads: { tables: ['b'], joins: false } }],
    ],
    ['INSERT OR REPLACE INTO a VALUES (1)', [{ verb: 'upsert', name: 'a' }]],
    ['REPLACE INTO a VALUES (1)', [{ verb: 'upsert', name: 'a' }]],
    ['INSERT INTO a VALUES (1) ON CONFLICT (x) DO UPDATE SET y = 1', [{ verb: 'upsert', name: 'a' }]],
    ['INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING', [{ verb: 'insert', name: 'a' }]],
    ['UPDATE OR FAIL "a" SET b = 1', [{ verb: 'update', name: 'a', fills: ['b'] }]],
    [
      'UPDATE a AS x SET (b, "c d") = (1, 2), e=f',
      [
        {
          verb: 'update',
          name: 'a',
          fills: ['b', 'c d', 'e'],
          copies: { table: 'a', into: ['e'], from: ['f'] },
        },
      ],
    ],
    [
      'CREATE TRIGGER IF NOT EXISTS g BEFORE UPDATE OF a, b ON main.[t u] BEGIN SELECT 1; END',
      [{ verb: 'create', kind: 'trigger', name: 'g', on: 't u' }],
    ],
    ['DELETE FROM a', [{ verb: 'delete', name: 'a' }]],
    [
      'WITH x AS (SELECT 1), y AS (DELETE_ME) UPDATE a SET b = 1',
      [{ verb: 'update', name: 'a', fills: ['b'] }],
    ],
    ['WITH RECURSIVE x(i) AS (SELECT 1) SELECT * FROM x', []],
    ['SELECT 1', []],
    ['PRAGMA foreign_keys=OFF', []],
    ['', []],
  ])('%s', (sql, expected) => {
    expect(namesOf(sql)).toEqual(expected);
  });
});

describe('what a statement fills from where', () => {
  const copies = (sql: string) => namesOf(sql).map((named) => ('copies' in named ? named.copies : undefined));

  it.each<[string, Copies]>([
    ['INSERT INTO a SELECT b.* FROM b', { table: 'b' }],
    ['INSERT INTO a(x, "y z") SELECT p, [q] FROM b', { table: 'b', into: ['x', 'y z'], from: ['p', 'q'] }],
    ['REPLACE INTO a SELECT DISTINCT p, q FROM main.b ORDER BY p', { table: 'b', from: ['p', 'q'] }],
    ['INSERT INTO a SELECT u.p AS x, v.q FROM b AS u WHERE u.p > 1', { table: 'b', from: ['p', null] }],
    [
      'INSERT INTO a SELECT b.p, max(u.q) FROM b LEFT JOIN u ON u.p = b.r',
      { table: 'b', from: ['p', null], uses: [[], ['r']] },
    ],
    [
      "INSERT INTO a SELECT p, 0, 'q', max(q, 1), -r, CAST(s AS TEXT) AS s FROM b;",
      {
        table: 'b',
        from: ['p', null, null, null, null, null],
        uses: [[], [], [], ['q'], ['r'], ['s']],
      },
    ],
    [
      'UPDATE a SET x = y, (p, q) = (1, 2), z = a.w, v = y + 1 WHERE x = y',
      { table: 'a', into: ['x', 'z', 'v'], from: ['y', 'w', null], uses: [[], [], ['y']] },
    ],
    ['CREATE TABLE a AS SELECT p AS x, q FROM b', { table: 'b', from: ['p', 'q'] }],
  ])('%s', (sql, expected) => {
    expect(copies(sql)).toEqual([expected]);
  });

  it.each([
    'INSERT INTO a(x) VALUES (1)',
    'INSERT INTO a DEFAULT VALUES',
    'INSERT INTO a SELECT p FROM (SELECT p FROM b)',
    'INSERT INTO a SELECT 1',
    "UPDATE a SET x = 'y'",
  ])('nothing in %s', (sql) => {
    expect(copies(sql)).toEqual([undefined]);
  });

  it.each<[string, object[]]>([
    [
      'INSERT INTO a SELECT b.p, u.q FROM b JOIN u ON u.p = b.p',
      [
        { table: 'b', from: ['p', null], uses: [[], ['p']] },
        { table: 'u', from: [null, 'q'] },
      ],
    ],
    [
      "INSERT INTO a(k, v) SELECT p, 'x' FROM b WHERE q IS NOT NULL AND q <> '' UNION ALL SELECT p, q FROM c",
      [
        { table: 'b', into: ['k', 'v'], from: ['p', null], uses: [[], ['q']] },
        { table: 'c', into: ['k', 'v'], from: ['p', 'q'] },
      ],
    ],
    [
      'UPDATE a SET x = b.y, z = coalesce(a.w, b.w) FROM b AS b JOIN c ON c.p = b.p WHERE b.id = a.b',
      [
        { table: 'a', into: ['x', 'z'], from: [null, null], uses: [['b'], ['w', 'b']] },
        { table: 'b', into: ['x'], from: ['y'] },
      ],
    ],
    [
      'UPDATE main.a AS u SET x = (SELECT y FROM b WHERE b.id = u.b_id) WHERE u.b_id IS NOT NULL',
      [
        { table: 'a', into: ['x'], from: [null], uses: [['b_id']] },
        { table: 'b', into: ['x'], from: ['y'] },
      ],
    ],
    [
      'UPDATE a SET x = CASE q WHEN 1 THEN lower(r) END WHERE r NOTNULL OR q IS NOT NULL',
      [{ table: 'a', into: ['x'], from: [null], uses: [['CASE', 'q', 'WHEN', 'THEN', 'r', 'END']] }],
    ],
  ])('in more than one table: %s', (sql, expected) => {
    const [named] = namesOf(sql);
    const { copies: first, alsoCopies = [] } =
      named !== undefined && 'alsoCopies' in named ? named : { copies: copies(sql)[0] };
    expect([first, ...(alsoCopies ?? [])]).toEqual(expected);
  });

  it('reads the columns of a new table, and no constraint', () => {
    const sql =
      'CREATE TABLE a(id INTEGER PRIMARY KEY, "check" TEXT DEFAULT (1, 2), c, UNIQUE (id, c), CHECK (c > 1))';
    expect(namesOf(sql)).toMatchObject([{ columns: ['id', 'check', 'c'] }]);
    expect(namesOf('CREATE TABLE a AS SELECT p AS x, b.q, max(r) FROM b')).toMatchObject([
      { columns: ['x', 'q', ''] },
    ]);
  });
});

describe('what an INSERT reads', () => {
  const reads = (sql: string) => namesOf(sql).map((named) => ('reads' in named ? named.reads : undefined));

  it.each<[string, string[], boolean]>([
    ['INSERT INTO a SELECT p FROM b', ['b'], false],
    ['INSERT INTO a(x) SELECT p FROM main."b" AS u WHERE p IN (SELECT q FROM c, d)', ['b'], false],
    ['INSERT INTO a SELECT p FROM b UNION ALL SELECT q FROM c ORDER BY 1', ['b', 'c'], false],
    ['INSERT INTO a SELECT p, (SELECT max(q) FROM c) FROM b GROUP BY p, r', ['b'], false],
    ['INSERT INTO a SELECT p FROM b JOIN c USING (p)', ['b'], true],
    ['INSERT INTO a SELECT p FROM b, c', ['b'], true],
    ['INSERT INTO a SELECT p FROM (SELECT p FROM b)', [], true],
    ['INSERT INTO a SELECT value FROM b, json_each(b.p)', ['b'], true],
    ['INSERT INTO a WITH w AS (SELECT 1 AS p) SELECT p FROM w', [], true],
    ['REPLACE INTO a SELECT p IS DISTINCT FROM q FROM b', ['b'], false],
  ])('%s', (sql, tables, joins) => {
    expect(reads(sql)).toEqual([{ tables, joins }]);
  });

  it.each([
    'INSERT INTO a VALUES ((SELECT p FROM b))',
    'INSERT INTO a DEFAULT VALUES',
    "INSERT INTO a SELECT 'x' UNION ALL SELECT 'y'",
  ])('nothing in %s', (sql) => {
    expect(reads(sql)).toEqual([undefined]);
  });
});
