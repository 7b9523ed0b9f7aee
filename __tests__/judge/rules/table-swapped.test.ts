import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('table-swapped');
const dropped = forRule('table-dropped');

const SCHEMA = `CREATE TABLE items(id INTEGER PRIMARY KEY, sku TEXT); CREATE TABLE items_next(id INTEGER PRIMARY KEY, sku TEXT, colour);
  INSERT INTO items VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'); INSERT INTO items_next VALUES (1, 'a', 0), (2, 'b', 1);`;
const SWAP = 'ALTER TABLE items RENAME TO items_old;\nALTER TABLE items_next RENAME TO items;';
const CAUGHT_UP = 'INSERT INTO items_next SELECT id, sku, 0 FROM items WHERE id > 2;';

it('warns where the table that takes the name lacks rows', () => {
  expect(findings.after(SCHEMA, SWAP)).toMatchObject([
    {
      severity: 'warning',
      table: 'items',
      count: 2,
      message: 'items is the former items_next now, and what it was is items_old: 2 rows of 4 are not there.',
      location: { line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, `${CAUGHT_UP} ${SWAP}`)).toEqual([]);
});

it('warns where it holds other values', () => {
  const other = `${CAUGHT_UP} UPDATE items_next SET sku = 'x' WHERE id = 1; ${SWAP}`;
  expect(findings.after(SCHEMA, other)).toMatchObject([
    {
      count: 1,
      message: 'items is the former items_next now, and what it was is items_old: 1 hold other values.',
    },
  ]);
});

it('warns of two tables that exchange their names, each by its name', () => {
  const exchange = `ALTER TABLE items RENAME TO x; ALTER TABLE items_next RENAME TO items; ALTER TABLE x RENAME TO items_next;`;
  expect(findings.after(SCHEMA, exchange).map(({ table }) => table)).toEqual(['items']);
});

it('says nothing of a rebuild by rename, a plain rename, and a name that nobody takes', () => {
  const rebuild = `ALTER TABLE items RENAME TO items_old; CREATE TABLE items(id INTEGER PRIMARY KEY, sku TEXT, n);
    INSERT INTO items SELECT id, sku, 0 FROM items_old; DROP TABLE items_old;`;
  expect(findings.after(SCHEMA, rebuild)).toEqual([]);
  expect(findings.after(SCHEMA, 'ALTER TABLE items RENAME TO goods;')).toEqual([]);
});

it('leaves a former table that is gone to table-dropped, which lets one pass that lost nothing', () => {
  const replace = 'DROP TABLE items; ALTER TABLE items_next RENAME TO items;';
  expect(findings.after(SCHEMA, replace)).toEqual([]);
  expect(dropped.after(SCHEMA, replace)).toMatchObject([{ severity: 'error', table: 'items' }]);
  // `moved` tells where its rows are.
  expect(dropped.after(SCHEMA, `${CAUGHT_UP} ${replace}`)).toEqual([]);
});
