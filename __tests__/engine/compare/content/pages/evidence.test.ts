import { expect, it } from '@jest/globals';
import { compareBothWays } from '../../../../support/both-ways.ts';
import { change, databaseFrom, scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();

const rows = (table: string, count: number, values: string) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) INSERT INTO ${table} SELECT ${values} FROM n;`;

it('sees the changed end of a long row whose overflow pages a freed page still calls its own', () => {
  // The freed leaves of `gone` keep their bytes, and with them the numbers of overflow pages that are those of `t` by now.
  const schema = `PRAGMA page_size=512;
    CREATE TABLE gone(id INTEGER PRIMARY KEY, v); CREATE TABLE t(id INTEGER PRIMARY KEY, v);
    ${rows('t', 400, "i, printf('%.*c', 100, 's')")}
    ${rows('gone', 40, "i, printf('%.*c', 1200, 'g')")}
    DELETE FROM gone;
    ${rows('t', 20, "1000 + i, printf('%.*c', 1200, 't')")}`;
  const before = databaseFrom(folder, schema);
  const after = databaseFrom(folder, schema);
  // `more` takes the freed leaves, so that they have changed.
  change(
    after,
    `UPDATE t SET v = substr(v, 1, 1199) || 'y' WHERE id = 1001;
     CREATE TABLE more(v); ${rows('more', 100, "printf('%.*c', 1200, 'm')")}`,
  );
  const { tables } = compareBothWays({ before, after, executed: [] });
  expect(tables.find(({ table }) => table === 't')).toMatchObject({ changed: 1 });
});
