import { describe, expect, it } from '@jest/globals';
import { forRule, judged, measured } from '../../../support/preflight.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();

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

const LEVELS = `CREATE TABLE p(id INTEGER PRIMARY KEY, n); CREATE TABLE c(id INTEGER PRIMARY KEY, p_id REFERENCES p(id) ON DELETE CASCADE, t);
  CREATE TABLE g(id INTEGER PRIMARY KEY, c_id REFERENCES c(id) ON DELETE CASCADE); CREATE TABLE n(id INTEGER PRIMARY KEY, c_id REFERENCES c(id) ON DELETE SET NULL);
  INSERT INTO p VALUES (1, 'a'), (2, 'b'); INSERT INTO c VALUES (1, 1, 'x'), (2, 2, 'y'); INSERT INTO g VALUES (1, 1), (2, 2); INSERT INTO n VALUES (1, 1);`;
const rebuildOf = (table: string, columns: string, copied: string) => `CREATE TABLE ${table}_new(${columns});
INSERT INTO ${table}_new(${copied}) SELECT ${copied} FROM ${table};
DROP TABLE ${table};
ALTER TABLE ${table}_new RENAME TO ${table};
`;
const REBUILD_P = rebuildOf('p', 'id INTEGER PRIMARY KEY, n, extra', 'id, n');

describe('a cascade over several levels', () => {
  it('explains every table that it reached', () => {
    const found = [lost, cleared].flatMap((rule) => rule.after(LEVELS, REBUILD_P, UNDER_FOREIGN_KEYS));
    expect(found.map(({ table, location }) => [table, location?.line])).toEqual([
      ['c', 3],
      ['g', 3],
      ['n', 3],
    ]);
    for (const { message, remedy } of found) {
      expect(message).toContain('DROP TABLE p deletes its rows first, and ON DELETE');
      expect(remedy).toContain('PRAGMA foreign_keys=OFF');
    }
    expect(found[1]?.message).toContain('ON DELETE CASCADE went on from there by way of c.');
    expect(found[2]?.message).toContain('ON DELETE SET NULL went on from there by way of c.');
  });

  it('is not blamed on a later rebuild, which met an empty table', () => {
    const both =
      REBUILD_P +
      rebuildOf('c', 'id INTEGER PRIMARY KEY, p_id REFERENCES p(id) ON DELETE CASCADE, t, e', 'id, p_id, t');
    const found = lost.after(LEVELS, both, UNDER_FOREIGN_KEYS);
    expect(found).toMatchObject([
      {
        table: 'c',
        count: 2,
        location: { line: 3 },
        message: expect.stringContaining('DROP TABLE p deletes'),
      },
      { table: 'g', count: 2, location: { line: 3 } },
    ]);
  });

  it('is told of a table that was set aside before it was dropped', () => {
    const aside = `ALTER TABLE p RENAME TO p_old; CREATE TABLE p(id INTEGER PRIMARY KEY, n, e); INSERT INTO p(id, n) SELECT id, n FROM p_old;\nDROP TABLE p_old;`;
    const [finding] = lost.after(LEVELS, aside, UNDER_FOREIGN_KEYS);
    expect(finding).toMatchObject({
      table: 'c',
      location: { line: 2 },
      message: expect.stringContaining('DROP TABLE p_old deletes'),
    });
  });

  it('tells of a DELETE, and of a REPLACE what to write instead', () => {
    const [, deleted] = lost.after(LEVELS, 'DELETE FROM p WHERE id = 1;', UNDER_FOREIGN_KEYS);
    expect(deleted?.message).toBe(
      'g: 1 row of 2 is gone. DELETE FROM p took its parents, and ON DELETE CASCADE went on from there by way of c.',
    );
    const [replaced] = lost.after(LEVELS, "REPLACE INTO p VALUES (1, 'z');", UNDER_FOREIGN_KEYS);
    expect(replaced).toMatchObject({ table: 'c', count: 1, remedy: expect.stringContaining('DO UPDATE') });
  });
});

it.each([
  ['d1', /Nothing turns foreign keys off there: change p by ADD, RENAME or DROP COLUMN/],
  ['goose', /file of its own with `-- \+goose NO TRANSACTION`/],
  ['drizzle', /on the connection before `migrate\(\)`/],
  ['transaction', /must stand before the transaction begins/],
])('the way out fits %s', (profile, remedy) => {
  const [finding] = lost.after(LEVELS, REBUILD_P, { profile, foreignKeys: true });
  expect(finding?.remedy).toMatch(remedy);
  if (profile === 'd1') expect(finding?.remedy).not.toMatch(/foreign-keys: off|PRAGMA/);
});

describe('after a command, of which no statement is known', () => {
  const byCommand = (sql: string) => {
    const facts = measured(folder, LEVELS, sql, { profile: 'transaction' });
    const { plan: _, ...others } = facts;
    const { causes: __, ...changes } = facts.changes ?? {
      tables: [],
      objects: [],
      renames: [],
      unchecked: [],
    };
    const command = { recorded: [], bookkeeping: [], copy: 'changed' as const, exitCode: 0 };
    const rehearsal = { ...facts.rehearsal, statements: [] };
    return judged({ ...others, changes, command, rehearsal }).findings.filter(
      ({ rule }) => rule === 'rows-lost',
    );
  };

  it('the structure tells the likely cause', () => {
    for (const finding of byCommand(REBUILD_P)) {
      expect(finding.message).toContain('Probably p was rebuilt with foreign keys on');
      expect(finding.remedy).toContain('before the tool begins its transaction');
    }
  });

  it('and none where the parent is the table that it was, or only got a column', () => {
    expect(byCommand('DELETE FROM c;')[0]?.message).not.toContain('Probably');
    expect(byCommand('ALTER TABLE p ADD COLUMN z; DELETE FROM c;')[0]?.message).not.toContain('Probably');
  });
});
