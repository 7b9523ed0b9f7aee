import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const schemaWith = (action: string) => `CREATE TABLE parents(id INTEGER PRIMARY KEY);
  CREATE TABLE children(id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents(id) ON DELETE ${action});
  INSERT INTO parents VALUES (1), (2); INSERT INTO children VALUES (1, 1), (2, 2);`;
const REBUILD = `CREATE TABLE parents_new(id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO parents_new(id) SELECT id FROM parents;
DROP TABLE parents;
ALTER TABLE parents_new RENAME TO parents;`;
const UNDER_FOREIGN_KEYS = { profile: 'transaction' } as const;

const lost = forRule('rows-lost');
const cleared = forRule('values-cleared');

it.each([
  ['rows-lost', 'CASCADE', lost],
  ['values-cleared', 'SET NULL', cleared],
  // The default is NULL: any other would need a parent that is gone.
  ['values-cleared', 'SET DEFAULT', cleared],
] as const)('%s through ON DELETE %s says so, and how to rebuild the parent', (_, action, rule) => {
  const [finding] = rule.after(schemaWith(action), REBUILD, UNDER_FOREIGN_KEYS);
  expect(finding).toMatchObject({ table: 'children', location: { line: 3 } });
  expect(finding?.message).toContain(
    `DROP TABLE parents deletes its rows first, and ON DELETE ${action} went on`,
  );
  expect(finding?.remedy).toContain('PRAGMA foreign_keys=OFF must stand before the transaction');
});

it('a loss by another statement keeps its own words', () => {
  const [finding] = lost.after(schemaWith('CASCADE'), 'DELETE FROM children WHERE id = 1;');
  expect(finding?.message).not.toContain('DROP TABLE');
  expect(finding?.remedy).toContain('Keep the rows');
});
