import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('values-retyped');
const changed = forRule('values-changed');

const SCHEMA =
  "CREATE TABLE t(id INTEGER PRIMARY KEY, zip TEXT); INSERT INTO t VALUES (1, '00501'), (2, 'x1');";
const rebuild = (type: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, zip ${type}); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it('sees text that another column type turned into numbers', () => {
  expect(findings.after(SCHEMA, rebuild('INTEGER'))).toMatchObject([
    { severity: 'error', table: 't', columns: ['zip'], count: 1 },
  ]);
  expect(findings.after(SCHEMA, rebuild('VARCHAR(10)'))).toEqual([]);
});

const CODES = "CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, '007'), (2, '12');";
const copy = (value: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY, v INTEGER); INSERT INTO n SELECT id, ${value} FROM t AS o; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

it.each(['o.v', 'trim(v)', 'coalesce(v, 0) AS v', "CASE WHEN v = '' THEN NULL ELSE v END", '+v'])(
  'takes a value that only meets another declared type for an accident: %s',
  (value) => {
    expect(findings.after(CODES, copy(value))).toMatchObject([{ table: 't', columns: ['v'], count: 2 }]);
  },
);

it.each([
  'CAST(v AS INTEGER)',
  "CASE v WHEN '007' THEN 7 ELSE 12 END",
  'v * 1',
  "strftime('%s', v, 'unixepoch')",
])('leaves a conversion that the migration spells out to values-changed: %s', (value) => {
  expect(findings.after(CODES, copy(value))).toEqual([]);
  expect(changed.after(CODES, copy(value))).toMatchObject([
    { severity: 'warning', table: 't', columns: ['v'], count: 2 },
  ]);
});

it('takes a conversion under the same declared type for an accident still', () => {
  expect(
    findings.after('CREATE TABLE t(v); INSERT INTO t VALUES (1)', 'UPDATE t SET v = CAST(v AS TEXT)'),
  ).toMatchObject([{ count: 1 }]);
});
