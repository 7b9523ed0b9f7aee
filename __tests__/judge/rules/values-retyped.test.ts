import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('values-retyped');

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
