import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('default-changed');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT, at TEXT DEFAULT CURRENT_TIMESTAMP);
  INSERT INTO t(id, v) VALUES (1, 'a'), (2, 'b');`;
const rebuild = (column: string, copy = 'SELECT id, v, at FROM t') =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT, ${column});\nINSERT INTO n ${copy}; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it.each([
  "at TEXT DEFAULT 'CURRENT_TIMESTAMP'",
  'at TEXT DEFAULT "CURRENT_TIMESTAMP"',
  "at TEXT DEFAULT '2024-01-01'",
])('warns of a time that comes back as a text: %s', (column) => {
  const [finding, ...more] = findings.after(SCHEMA, rebuild(column));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', table: 't', columns: ['at'], location: { line: 1 } });
  expect(finding?.count).toBeUndefined();
});

it.each([
  ["ALTER TABLE t ADD COLUMN made TEXT NOT NULL DEFAULT 'datetime(''now'')'", 'made', 2],
  ["ALTER TABLE t ADD COLUMN made TEXT DEFAULT '(strftime(''%s'', ''now'') * 1000)'", 'made', 2],
  [`ALTER TABLE t ADD COLUMN key TEXT DEFAULT "gen_random_uuid()"`, 'key', 2],
  ["ALTER TABLE t ADD COLUMN gone TEXT DEFAULT 'NULL'", 'gone', 2],
  ["CREATE TABLE u(id INTEGER PRIMARY KEY, day TEXT DEFAULT 'current_date')", 'day', undefined],
])('warns of a new column whose default only spells an expression: %s', (migration, column, count) => {
  const [finding] = findings.after(SCHEMA, migration);
  expect(finding).toMatchObject({ severity: 'warning', columns: [column], location: { line: 1 } });
  expect(finding?.count).toBe(count);
});

it('counts the rows that got the text', () => {
  const copied = rebuild("at TEXT DEFAULT 'CURRENT_TIMESTAMP'", '(id, v) SELECT id, v FROM t');
  expect(findings.after(SCHEMA, copied)).toMatchObject([{ count: 2 }]);
});

it.each([
  rebuild('at TEXT DEFAULT (current_timestamp)'),
  rebuild('"at" text /* when */ default current_timestamp'),
  "ALTER TABLE t ADD COLUMN w TEXT DEFAULT 'none (yet)'",
  "ALTER TABLE t ADD COLUMN w TEXT DEFAULT 'now'; ALTER TABLE t ADD COLUMN x TEXT DEFAULT 'null'",
  "CREATE TABLE u(at TEXT DEFAULT (datetime('now')), ok INTEGER DEFAULT TRUE, n DEFAULT (-1))",
])('says nothing of %s', (migration) => {
  expect(findings.after(SCHEMA, migration)).toEqual([]);
});

it('mentions any other default that is another one', () => {
  const schema =
    "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT, at TEXT DEFAULT 'open', n DEFAULT 1, b DEFAULT TRUE);";
  const more = 'n DEFAULT (+1), b DEFAULT 1';
  expect(findings.after(schema, rebuild(`at TEXT DEFAULT 'new', ${more}`, 'SELECT * FROM t'))).toMatchObject([
    { severity: 'notice', columns: ['at'] },
  ]);
  expect(findings.after(SCHEMA, rebuild("at TEXT DEFAULT (datetime('now'))"))).toMatchObject([
    { severity: 'notice', columns: ['at'] },
  ]);
  const number = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT, at INTEGER DEFAULT 0);';
  expect(findings.after(number, rebuild("at INTEGER DEFAULT '0'", 'SELECT * FROM t'))).toMatchObject([
    { severity: 'notice', columns: ['at'] },
  ]);
});
