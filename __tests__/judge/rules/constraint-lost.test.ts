import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('constraint-lost');

const SCHEMA = "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x' CHECK (a <> ''));";
const rebuild = (column: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, ${column}); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it('warns of each constraint that a rebuild forgot', () => {
  expect(findings.after(SCHEMA, rebuild("a TEXT DEFAULT 'x'"))).toMatchObject([
    { severity: 'warning', table: 't', object: "CHECK (a <> '')" },
    { severity: 'warning', table: 't', columns: ['a'], object: 'NOT NULL' },
  ]);
});

it('takes the same constraint in other words for the same, and another default for no loss', () => {
  expect(
    findings.after(SCHEMA, rebuild("\"a\" text not null default ('x'), CONSTRAINT filled CHECK ((a != ''))")),
  ).toEqual([]);
  expect(findings.after(SCHEMA, rebuild("a TEXT NOT NULL DEFAULT 'y' CHECK (a <> '')"))).toEqual([]);
});

it.each([
  ['UNIQUE as a unique index', 'a TEXT UNIQUE', 'a TEXT', 'CREATE UNIQUE INDEX i ON t(a);'],
  [
    'UNIQUE without case',
    'a TEXT COLLATE NOCASE UNIQUE',
    'a TEXT COLLATE NOCASE',
    'CREATE UNIQUE INDEX i ON t(a);',
  ],
  ['no default as DEFAULT NULL', 'a TEXT DEFAULT NULL', 'a TEXT', ''],
])('takes %s for the same', (_, before, after, more) => {
  const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, ${before});`;
  expect(findings.after(schema, `${rebuild(after)} ${more}`)).toEqual([]);
});

it('takes a UNIQUE with a collation of its own for the unique index that has it too, and for no other', () => {
  const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, UNIQUE (a COLLATE NOCASE));';
  const after = (column: string) =>
    findings.after(schema, `${rebuild('a TEXT')} CREATE UNIQUE INDEX i ON t(${column})`);
  expect(after('a COLLATE NOCASE')).toEqual([]);
  expect(after('a')).toMatchObject([{ object: 'UNIQUE (a COLLATE NOCASE)' }]);
});

it('leaves AUTOINCREMENT to sequence-reset where an id was given, and speaks of it where none was', () => {
  const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);';
  expect(findings.after(schema, rebuild('a TEXT'))).toMatchObject([
    { columns: ['id'], object: 'AUTOINCREMENT' },
  ]);
  expect(findings.after(`${schema} INSERT INTO t VALUES (1, 'a');`, rebuild('a TEXT'))).toEqual([]);
});

it('warns where the index that is to take the place of UNIQUE guards less', () => {
  const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT UNIQUE);';
  for (const index of ['CREATE INDEX i ON t(a)', 'CREATE UNIQUE INDEX i ON t(a) WHERE id > 1']) {
    expect(findings.after(schema, `${rebuild('a TEXT')} ${index}`)).toMatchObject([{ object: 'UNIQUE (a)' }]);
  }
});

it('knows that a rowid is never NULL, said or not', () => {
  const schema = 'CREATE TABLE t(id INTEGER NOT NULL PRIMARY KEY, a TEXT);';
  expect(findings.after(schema, rebuild('a TEXT'))).toEqual([]);
});
