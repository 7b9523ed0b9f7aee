import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('sequence-doubled');
const resets = forRule('sequence-reset');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, v); INSERT INTO t(v) VALUES ('a'), ('b'), ('c');
  DELETE FROM t WHERE id = 3;`;
const rebuild = (mark: string) =>
  `CREATE TABLE n(id INTEGER PRIMARY KEY AUTOINCREMENT, v); INSERT INTO n SELECT * FROM t;
${mark};
DROP TABLE t; ALTER TABLE n RENAME TO t;`;
const ADDED = "INSERT INTO sqlite_sequence(name, seq) SELECT 'n', seq FROM sqlite_sequence WHERE name = 't'";
const UPDATED =
  "UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 't') WHERE name = 'n'";

it('warns of a second row, which SQLite does not read', () => {
  expect(findings.after(SCHEMA, rebuild(ADDED))).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      message: 't: sqlite_sequence has 1 row of that name behind the one that SQLite reads.',
      location: { line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, rebuild(UPDATED))).toEqual([]);
});

it('leaves the ids that can come again to sequence-reset, which reads the row that SQLite reads', () => {
  expect(resets.after(SCHEMA, rebuild(ADDED))).toMatchObject([{ severity: 'error', table: 't' }]);
  expect(resets.after(SCHEMA, rebuild(UPDATED))).toEqual([]);
  const first = `INSERT INTO sqlite_sequence(name, seq) VALUES ('t', 3)`;
  expect(resets.after(SCHEMA, first)).toEqual([]);
  expect(findings.after(SCHEMA, first)).toMatchObject([{ table: 't' }]);
});

it('warns of a row in another case of letters', () => {
  expect(findings.after(SCHEMA, "INSERT INTO sqlite_sequence(name, seq) VALUES ('T', 3)")).toMatchObject([
    {
      message:
        't: sqlite_sequence has 1 row of that name in another case of letters, which SQLite does not read.',
    },
  ]);
  expect(findings.after(SCHEMA, 'UPDATE sqlite_sequence SET name = upper(name)')).toMatchObject([
    { table: 't' },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO T2; ALTER TABLE T2 RENAME TO T;')).toEqual([]);
});

it('is a notice where it was so before, and knows no row of other tables', () => {
  const doubled = `${SCHEMA} INSERT INTO sqlite_sequence(name, seq) VALUES ('t', 2);`;
  expect(findings.after(doubled, 'CREATE TABLE u(a)')).toMatchObject([{ severity: 'notice' }]);
  expect(findings.of(doubled)).toMatchObject([{ severity: 'warning' }]);
  expect(
    findings.after(SCHEMA, "INSERT INTO sqlite_sequence(name, seq) VALUES ('gone', 2), ('gone', 3)"),
  ).toEqual([]);
});
