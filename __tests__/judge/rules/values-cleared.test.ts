import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('values-cleared');

const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id) ON DELETE SET NULL, v);
  INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1, 'x'), (2, 1, NULL);`;
const REBUILD =
  'CREATE TABLE n(id INTEGER PRIMARY KEY, w); INSERT INTO n(id) SELECT id FROM p; DROP TABLE p; ALTER TABLE n RENAME TO p;';

it('sees links that a rebuild erases in a table that no statement names', () => {
  expect(findings.after(SCHEMA, REBUILD, { profile: 'transaction' })).toMatchObject([
    { severity: 'error', table: 'c', columns: ['p'], count: 2 },
  ]);
  expect(findings.after(SCHEMA, REBUILD, { profile: 'transaction-fk-off' })).toEqual([]);
});

it('sees a backfill that writes NULL over values', () => {
  expect(findings.after(SCHEMA, 'UPDATE c SET v = (SELECT 1 WHERE 0)')).toMatchObject([
    { table: 'c', columns: ['v'], count: 1, location: { line: 1 } },
  ]);
  expect(findings.after(SCHEMA, "UPDATE c SET v = 'y' WHERE v IS NULL")).toEqual([]);
});

it('counts links that the migration made and lost again, beside those that were there', () => {
  const settings = { profile: 'transaction' } as const;
  const fill = 'UPDATE c SET p = 1, v = NULL WHERE id = 2;\n';
  const empty = SCHEMA.replace("(1, 1, 'x'), (2, 1, NULL)", "(1, NULL, 'x'), (2, NULL, 'y')");
  expect(findings.after(empty, `${fill}${REBUILD}`, settings)).toMatchObject([
    {
      severity: 'error',
      table: 'c',
      columns: ['p'],
      count: 1,
      message:
        'c: 1 value that the migration itself made is erased again by a foreign key, in a statement that does not name the table: p (1).',
      location: { line: 2 },
    },
    { message: 'c: 1 value became NULL: v (1).' },
  ]);
  const half = SCHEMA.replace('(2, 1, NULL)', '(2, NULL, NULL)');
  expect(findings.after(half, `${fill}${REBUILD}`, settings)).toMatchObject([
    { columns: ['p'], count: 1 },
    { columns: ['p'], count: 1 },
  ]);
  expect(findings.after(SCHEMA, `${fill}${REBUILD}`, settings)).toMatchObject([{ columns: ['p'], count: 2 }]);
});
