import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { needsOf } from '../../src/statements/features.ts';
import { namesOf } from '../../src/statements/targets.ts';

const needs = (sql: string) => needsOf(sql, namesOf(sql)).map(({ feature, since }) => `${feature} ${since}`);

const SCHEMA = `CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c); CREATE TABLE u(a, b);
  CREATE TABLE log(a, b); CREATE VIEW v AS SELECT 1 AS a;`;

const NEWER: [string, string[]][] = [
  ['INSERT INTO t VALUES (1, 2, 3) ON CONFLICT DO NOTHING', ['ON CONFLICT … DO (upsert) 3.24']],
  ['INSERT INTO t VALUES (1, 2, 3) ON CONFLICT (a) DO UPDATE SET b = 1', ['ON CONFLICT … DO (upsert) 3.24']],
  ['ALTER TABLE t RENAME b TO d', ['RENAME COLUMN 3.25']],
  ['CREATE TABLE x AS SELECT row_number() OVER (ORDER BY a) AS n FROM t', ['window functions 3.25']],
  ['SELECT a FROM t ORDER BY a DESC NULLS LAST', ['NULLS FIRST and NULLS LAST 3.30']],
  ['SELECT count(*) FILTER (WHERE a > 1) FROM t', ['FILTER 3.30']],
  ['CREATE TABLE x(a, b AS (a + 1))', ['generated columns 3.31']],
  ['ALTER TABLE t ADD COLUMN d GENERATED ALWAYS AS (a + 1) VIRTUAL', ['generated columns 3.31']],
  ["UPDATE t SET b = iif(a > 1, 'x', 'y')", ['iif() 3.32']],
  ['UPDATE t SET b = u.b FROM u WHERE u.a = t.a', ['UPDATE … FROM 3.33']],
  ['WITH w AS (SELECT 1 AS n) UPDATE t SET b = n FROM w', ['UPDATE … FROM 3.33']],
  ['ALTER TABLE u DROP COLUMN b', ['DROP COLUMN 3.35']],
  ['DELETE FROM t RETURNING a', ['RETURNING 3.35']],
  ['INSERT INTO t(a) SELECT a FROM u RETURNING *', ['RETURNING 3.35']],
  ['WITH w AS NOT MATERIALIZED (SELECT 1) SELECT * FROM w', ['MATERIALIZED 3.35']],
  ['UPDATE t SET b = floor(c) + PI ()', ['floor() 3.35', 'pi() 3.35']],
  ['CREATE TABLE x(a INTEGER PRIMARY KEY) WITHOUT ROWID, STRICT', ['STRICT 3.37']],
  ["UPDATE t SET b = c ->> '$.a'", ['-> and ->> 3.38']],
  ['SELECT * FROM t FULL OUTER JOIN u ON t.a = u.a', ['RIGHT JOIN and FULL JOIN 3.39']],
  ['DELETE FROM t WHERE a IS NOT DISTINCT FROM b', ['IS DISTINCT FROM 3.39']],
  ["UPDATE t SET b = concat_ws('-', a, c)", ['concat_ws() 3.44']],
  ["SELECT group_concat(b, ',' ORDER BY a) FROM t", ['ORDER BY in an aggregate function 3.44']],
  ['UPDATE t SET c = jsonb(b)', ['jsonb() 3.45']],
  ['INSERT INTO t VALUES (1_000, 0xFF_FF, 1)', ['numbers with _ 3.46']],
  ["UPDATE t SET b = iif(a > (1), 'x')", ['iif() with two arguments 3.48', 'iif() 3.32']],
  ["UPDATE t SET b = if(a, 'x', 'y')", ['if() 3.48']],
  ['ALTER TABLE t ALTER COLUMN b SET NOT NULL', ['ALTER TABLE for a constraint 3.53']],
  ['ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0)', ['ALTER TABLE for a constraint 3.53']],
  ["UPDATE t SET b = datetime('now', 'subsec')", ["datetime() with 'subsec' 3.42"]],
  ["UPDATE t SET b = STRFTIME ( '%Y', 'now' , ' SubSecond ' )", ["strftime() with 'SubSecond' 3.42"]],
  ["CREATE TABLE x(a DEFAULT (unixepoch('subsec')))", ['unixepoch() 3.38', "unixepoch() with 'subsec' 3.42"]],
  ["UPDATE t SET b = date(c, 'auto', 'start of month')", ["date() with 'auto' 3.38"]],
  ["UPDATE t SET b = julianday(c, 'JULIANDAY')", ["julianday() with 'JULIANDAY' 3.38"]],
  [
    "SELECT date(b, '+1 month', 'floor'), time(b, 'ceiling') FROM t",
    ["date() with 'floor' 3.46", "time() with 'ceiling' 3.46"],
  ],
  ["UPDATE t SET b = datetime(b, '-0001-02-03 04:05')", ["datetime() with '-0001-02-03 04:05' 3.43"]],
  ["UPDATE t SET b = strftime('%F %T', b)", ['strftime() with %F 3.44', 'strftime() with %T 3.44']],
  [
    "CREATE VIEW x AS SELECT strftime('%G-W%V-%u', b) AS w FROM t",
    ['strftime() with %G 3.46', 'strftime() with %V 3.46', 'strftime() with %u 3.44'],
  ],
  ["UPDATE t SET b = format('%d', a)", ['format() 3.38']],
  ['UPDATE t SET b = substring(b, 1, 2), c = sign(c)', ['substring() 3.34', 'sign() 3.35']],
  ['DELETE FROM t WHERE json_error_position(b) > 0', ['json_error_position() 3.42']],
  ['CREATE TABLE x AS SELECT name FROM sqlite_schema', ['sqlite_schema 3.33']],
  ['CREATE TABLE x AS SELECT name FROM pragma_table_list', ['PRAGMA table_list 3.37']],
  [
    'SELECT count(*) OVER (ORDER BY a GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM t',
    ['window functions 3.25', 'GROUPS and EXCLUDE of a window 3.28'],
  ],
  [
    'INSERT INTO t VALUES (1, 2, 3) ON CONFLICT (a) DO NOTHING ON CONFLICT DO NOTHING',
    ['ON CONFLICT … DO (upsert) 3.24', 'several ON CONFLICT clauses 3.35'],
  ],
  [
    "CREATE TRIGGER g BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'no ' || old.a); END",
    ['RAISE() with an expression 3.47'],
  ],
  [
    'CREATE TRIGGER g AFTER INSERT ON t WHEN new.a IS DISTINCT FROM 1 BEGIN UPDATE u SET b = log.b FROM log; SELECT 1; END',
    ['UPDATE … FROM 3.33', 'IS DISTINCT FROM 3.39'],
  ],
];

const OLD = [
  'CREATE TABLE x(a TEXT UNIQUE ON CONFLICT REPLACE, "returning", log, CHECK (log IS NOT 1))',
  'CREATE TABLE IF NOT EXISTS log(a, b)',
  'CREATE TABLE x AS SELECT a AS strict FROM t',
  'CREATE INDEX i ON log(a)',
  'INSERT INTO log(a) SELECT a FROM t',
  'INSERT OR REPLACE INTO main.log (a) VALUES (1)',
  'WITH mod(x) AS (SELECT 1) SELECT x FROM mod',
  'CREATE TABLE x(a REFERENCES log(a))',
  'UPDATE t SET b = (SELECT b FROM u WHERE u.a = t.a)',
  "UPDATE t SET b = ' -> RETURNING 1_000 iif(1, 2)' -- ->> OVER",
  'CREATE TABLE x(a DEFAULT (CAST(1 AS TEXT)))',
  'SELECT count(DISTINCT a) FROM t ORDER BY 1',
  'SELECT max((SELECT b FROM u)) FROM t',
  "UPDATE t SET b = strftime('%Y-%m-%dT%H:%M:%fZ %%F', b, 'unixepoch', 'localtime')",
  "UPDATE t SET b = datetime(b, '-1 month', '+02:30', 'start of day', 'weekday 1', 'utc')",
  "UPDATE t SET b = 'subsec', c = instr('auto floor', b)",
  "CREATE TRIGGER g BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'subsec %F'); SELECT RAISE(IGNORE); END",
  'CREATE TABLE x(format TEXT, groups, exclude)',
  'ALTER TABLE t RENAME TO w',
  'ALTER TABLE t ADD COLUMN d',
  'CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log(a) SELECT a FROM u; UPDATE u SET a = 1; DELETE FROM log; END',
  '',
];

describe('needsOf', () => {
  it.each(NEWER)('sees what needs a newer SQLite: %s', (sql, expected) => {
    expect(needs(sql)).toEqual(expected);
  });

  it.each(OLD)('sees nothing in what was always understood: %s', (sql) => {
    expect(needs(sql)).toEqual([]);
  });

  it('is tried with statements that this SQLite understands', () => {
    const db = new Database(':memory:');
    db.exec(SCHEMA);
    for (const sql of [...NEWER.map(([text]) => text), ...OLD].filter(Boolean)) db.prepare(sql);
    db.close();
  });
});
