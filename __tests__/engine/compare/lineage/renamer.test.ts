import { describe, expect, it } from '@jest/globals';
import { renamer } from '../../../../src/engine/compare/lineage/renamer.ts';
import { canonical } from '../../../../src/sql/canonical.ts';

describe('sameText', () => {
  const { sameText } = renamer([
    { kind: 'table', table: 'people', from: 'users', to: 'people' },
    { kind: 'column', table: 'people', from: 'name', to: 'full name' },
    { kind: 'column', table: 'audit', from: 'name', to: 'what' },
  ]);
  const same = (before: string, after: string) => sameText(canonical(before), canonical(after));

  it('knows each of two columns that had the same name, and one that kept it', () => {
    const before =
      'CREATE TRIGGER g AFTER UPDATE ON users BEGIN INSERT INTO audit(name) SELECT name, new.name FROM t; END';
    const after =
      'CREATE TRIGGER g AFTER UPDATE ON "people" BEGIN INSERT INTO audit("what") SELECT name, new."full name" FROM t; END';
    expect(same(before, after)).toBe(true);
  });

  it('takes no other change for a rename', () => {
    expect(same('SELECT name FROM users', 'SELECT email FROM people')).toBe(false);
    expect(same('SELECT name FROM users', 'SELECT name FROM people LIMIT 1')).toBe(false);
    expect(same("SELECT 'name' FROM users", "SELECT 'what' FROM people")).toBe(false);
    expect(same('SELECT what FROM people', 'SELECT name FROM people')).toBe(false);
  });
});
