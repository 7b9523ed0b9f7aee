import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { measure } from '../../../src/engine/measure/measure.ts';
import { type CaseSettings, settingsWith } from '../../support/preflight.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const measured = (sql: string, checks: NonNullable<CaseSettings['checks']>) =>
  measure({ database: databaseFrom(folder, sql), checks: settingsWith({ checks }).checks });

describe('references', () => {
  const key = (table: string, columns: string[], parent: string, parentColumns: string[]) => ({
    table,
    columns,
    parent,
    parentColumns,
  });

  it('are counted like declared keys, composite ones and keys to columns that are not unique included', () => {
    const { orphans, mismatches } = measured(
      `CREATE TABLE "odd p"(a, b); INSERT INTO "odd p" VALUES (1, 1), (1, 1), (NULL, 3);
       CREATE TABLE c(x, y); INSERT INTO c VALUES (1, 1), (1, 2), (NULL, 9), (2, 1), (3, 3);`,
      { references: [key('C', ['X', 'Y'], 'ODD P', ['A', 'B']), key('c', ['x'], 'odd p', ['a'])] },
    );
    expect(mismatches).toEqual([]);
    const common = { table: 'c', parent: 'odd p', declared: false };
    expect(orphans).toEqual([
      { ...common, columns: ['x', 'y'], parentColumns: ['a', 'b'], rows: 3 },
      { ...common, columns: ['x'], parentColumns: ['a'], rows: 2 },
    ]);
  });

  it('that the schema declares, or that are given twice, are counted once', () => {
    const { orphans } = measured(
      `CREATE TABLE p(a, b, PRIMARY KEY (a, b)); CREATE TABLE c(x, y, z, FOREIGN KEY (x, y) REFERENCES p);
       INSERT INTO c VALUES (1, 1, 1);`,
      {
        references: [
          key('c', ['y', 'x'], 'P', ['b', 'a']),
          key('c', ['z'], 'p', ['a']),
          key('C', ['Z'], 'P', ['A']),
        ],
      },
    );
    expect(orphans.map(({ columns, declared }) => [columns.join(), declared])).toEqual([
      ['x,y', undefined],
      ['z', false],
    ]);
  });

  it('that lack a table or column on this side give nothing', () => {
    const { orphans, mismatches } = measured('CREATE TABLE c(x); INSERT INTO c VALUES (1), (NULL);', {
      references: [
        key('c', ['x'], 'p', ['id']),
        key('c', ['x'], 'c', ['id']),
        key('c', ['none'], 'c', ['x']),
        key('none', ['x'], 'c', ['x']),
      ],
    });
    expect([orphans, mismatches]).toEqual([[], []]);
  });

  it('find the rows that SQLite finds for the same key, whatever types and collations meet', () => {
    const types = [
      '',
      'TEXT',
      'INTEGER',
      'REAL',
      'NUMERIC',
      'BLOB',
      'TEXT COLLATE NOCASE',
      'TEXT COLLATE RTRIM',
    ];
    const values = [
      'NULL',
      '1',
      "'1'",
      '1.0',
      "'1.0'",
      "'01'",
      "x'31'",
      "'a'",
      "'A'",
      "'a '",
      '1.5',
      "'1.5'",
    ];
    const type = fc.constantFrom(...types);
    const rows = fc.array(fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)), { maxLength: 6 });
    fc.assert(
      fc.property(type, type, type, type, rows, rows, (a, b, x, y, parents, children) => {
        const insert = (table: string, all: [string, string][]) =>
          all.map((row) => `INSERT OR IGNORE INTO ${table} VALUES (${row.join(', ')});`).join('\n');
        const script = (foreignKey: string) => `CREATE TABLE p(a ${a}, b ${b}, UNIQUE (a, b));
          CREATE TABLE c(x ${x}, y ${y} ${foreignKey}); ${insert('p', parents)} ${insert('c', children)}`;
        const db = new Database(':memory:');
        db.pragma('foreign_keys=OFF');
        db.exec(script(', FOREIGN KEY (x, y) REFERENCES p(a, b)'));
        const expected = db.pragma('foreign_key_check') as unknown[];
        db.close();
        const { orphans } = measured(script(''), { references: [key('c', ['x', 'y'], 'p', ['a', 'b'])] });
        expect(orphans[0]?.rows ?? 0).toBe(expected.length);
      }),
      { numRuns: 80 },
    );
  });
});

describe('queries', () => {
  const SCHEMA = "CREATE TABLE t(a); INSERT INTO t VALUES (1), (-1), (-2), ('{');";
  const result = (sql: string) => measured(SCHEMA, { queries: [{ id: 'q', sql }] });

  it.each([
    ['SELECT a FROM t WHERE a < 0', 2],
    ['-- why\n/* and more */ select a, a from t where a < 0 limit 1; -- done', 1],
    ['WITH low AS (SELECT a FROM t WHERE a < -1) SELECT count(*) FROM low', 1],
    ['SELECT a FROM t WHERE a = 5', 0],
  ])('%s returns %i rows', (sql, rows) => {
    expect(result(sql)).toMatchObject({ queries: [{ id: 'q', rows }], unchecked: [] });
  });

  it.each([
    ['', 'it must be one statement'],
    ['-- nothing', 'it must be one statement'],
    ['SELECT 1; SELECT 2', 'it must be one statement'],
    ['DELETE FROM t', 'it must be a SELECT'],
    ['WITH x AS (SELECT 1) DELETE FROM t RETURNING a', 'it must be a SELECT'],
    ['PRAGMA writable_schema=ON', 'it must be a SELECT'],
    ['EXPLAIN SELECT 1', 'it must be a SELECT'],
    ['SELECT a FROM t WHERE a = ?', 'it must not have parameters'],
    ['SELECT FROM t', 'near "FROM": syntax error'],
    ['SELECT (1', 'incomplete input'],
    ["SELECT 'a", 'unrecognized token: "\'a"'],
  ])('%s is no query', (sql, message) => {
    expect(result(sql).queries).toMatchObject([{ id: 'q', failure: { while: 'parsing', message } }]);
  });

  it.each([
    ['SELECT b FROM t', 'compiling', 'no such column: b'],
    ['SELECT a FROM u', 'compiling', 'no such table: u'],
    ["SELECT json(a) FROM t WHERE a = '{'", 'running', 'malformed JSON'],
  ])('%s fails while %s', (sql, when, message) => {
    expect(result(sql).queries).toEqual([{ id: 'q', sql, failure: { while: when, message } }]);
  });

  it('that need what is missing here are noted', () => {
    const { queries, unchecked } = result('SELECT f(a) FROM t');
    expect(queries).toEqual([]);
    expect(unchecked).toEqual([{ check: 'query', object: 'q', missing: 'no such function: f' }]);
  });
});

describe("the application's statements", () => {
  const prepared = (sql: string) =>
    measured('CREATE TABLE t(a, b); CREATE VIEW v AS SELECT name FROM pragma_table_list;', {
      statements: [{ file: 'app.sql', sql }],
    }).statements;

  it('prepare with parameters of every style, and none is run', () => {
    const sql = `-- name: one
      SELECT a FROM t WHERE a = ? AND b = ?2; SELECT * FROM t WHERE a = :a AND b = @b OR a = $c OR b = $d::e(f);
      DELETE FROM t; INSERT INTO t VALUES ($x, :y); CREATE TABLE u(x); ATTACH ? AS other; PRAGMA query_only=ON;
      CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t; SELECT 1; END; SELECT * FROM v; BEGIN; COMMIT;`;
    expect(prepared(sql)).toEqual({ total: 11, failed: [] });
  });

  it('that do not are told with their place', () => {
    expect(prepared('SELECT a FROM t;\n\nSELECT c FROM t; SELECT 1 FROM u;\nSELECT {{ x }};')).toEqual({
      total: 4,
      failed: [
        { file: 'app.sql', line: 3, offset: 18, message: 'no such column: c' },
        { file: 'app.sql', line: 3, offset: 35, message: 'no such table: u' },
        { file: 'app.sql', line: 4, offset: 52, message: 'unrecognized token: "{"' },
      ],
    });
  });
});
