import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('values-unconverted');

const ROWS = "INSERT INTO t VALUES (1, 'yes'), (2, '12'), (3, NULL), (4, 'no');";
const schema = (type: string) => `CREATE TABLE t(id INTEGER PRIMARY KEY, v ${type}); ${ROWS}`;
const rebuild = (type: string, value = 'v') =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, v ${type});\nINSERT INTO n SELECT id, ${value} FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it.each([
  ['TEXT', 'INTEGER'],
  ['TEXT', 'DECIMAL(10, 2)'],
  ['VARCHAR(8)', 'BOOLEAN'],
  ['DATETIME', 'bigint'],
  ['', 'REAL'],
])('warns of texts that no number can be made of: %s becomes %s', (from, to) => {
  expect(findings.after(schema(from), rebuild(to))).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      columns: ['v'],
      count: from === '' && to === 'REAL' ? 2 : 2,
      location: { line: 1 },
    },
  ]);
});

it('warns of a new column for numbers whose default is a word', () => {
  const add = (column: string) => findings.after(schema('TEXT'), `ALTER TABLE t ADD COLUMN ${column};`);
  expect(add("hidden BOOLEAN NOT NULL DEFAULT 'false'")).toMatchObject([
    { severity: 'warning', table: 't', columns: ['hidden'], count: 4, location: { line: 1 } },
  ]);
  expect(add("n INTEGER DEFAULT '0'")).toEqual([]);
  expect(add('n INTEGER DEFAULT 0')).toEqual([]);
  expect(add("word TEXT DEFAULT 'false'")).toEqual([]);
});

it('warns of fractions under a type for whole numbers', () => {
  const prices = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v REAL); INSERT INTO t VALUES (1, 1.5), (2, 2.0);';
  expect(findings.after(prices, rebuild('INTEGER'))).toMatchObject([{ count: 1 }]);
  expect(findings.after(prices, rebuild('INTEGER', 'CAST(round(v * 100) AS INTEGER)'))).toEqual([]);
});

it.each([
  ['TEXT', 'INTEGER', "CASE v WHEN 'yes' THEN 1 WHEN 'no' THEN 0 ELSE CAST(v AS INTEGER) END"],
  ['TEXT', 'DATETIME', 'v'],
  ['TEXT', 'JSON', 'v'],
  ['TEXT', "ENUM('yes', 'no')", 'v'],
  ['TEXT', 'POINT', 'v'],
  ['TEXT', 'INTERVAL', 'v'],
  ['TEXT', 'VARCHAR(20)', 'v'],
  ['INTEGER', 'BIGINT', 'v'],
])('says nothing where %s becomes %s with %s', (from, to, value) => {
  expect(findings.after(schema(from), rebuild(to, value))).toEqual([]);
});
