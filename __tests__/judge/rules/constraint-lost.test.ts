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
