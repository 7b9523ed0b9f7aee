import { describe, expect, it } from '@jest/globals';
import { makePlan } from '../../src/plan/make-plan.ts';
import { assignmentOf, folderOf } from '../support/plans.ts';
import { judged, measured } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const files = folderOf({ '0013_a.sql': 'DELETE FROM users;', '0014_b.sql': 'SELECT 1;' });

/** What the plan says where the user names this table, with these values, as the account. */
function told(table: string, values: readonly (string | number | null)[]) {
  const rows = values.map((what) => ({ what }));
  const layout = { name: 'plain', table, column: 'what' };
  const history = { tables: [{ table, rows }], others: [], userVersion: 0 };
  const plan = makePlan(assignmentOf(files, { layout }), history);
  if ('mistake' in plan) return plan.mistake.message;
  return plan.problems.map(({ kind, sentence }) => `${kind}: ${sentence}`).join('\n');
}

describe('a table that is named as the migration history', () => {
  it.each([
    ['files', ['0013_a.sql']],
    ['numbers', [13, 14]],
    ['nothing yet', []],
  ])('may hold %s, whatever it is called', (_, values) => {
    for (const table of ['schema_history', 'applied']) expect(told(table, values)).toBe('');
  });

  it.each([
    ['users by their names', 'users', ['0013_a.sql', 'alice']],
    ['rows by their ids', 'users', [12, 13, 14, 15]],
    ['rows without a value', 'users', [13, null]],
  ])('is refused where it holds %s', (_, table, values) => {
    expect(told(table, values)).toMatch(
      /^layout\.table names users, and \d of its \d rows name no migration: it is data/,
    );
  });

  it('is warned of where no row is a file, and nothing is left out for it', () => {
    expect(told('done_list', ['v1/init', 'v1/second'])).toBe(
      'unread: 2 of 2 rows of done_list, which `layout` names as the migration history, are no file of m: every file counts as pending',
    );
  });

  it('may know migrations whose files were removed long ago', () => {
    const sentence = 'of applied, which `layout` names as the migration history, are no file of m';
    expect(told('applied', ['0001_x.sql', '0013_a.sql'])).toBe(`missing: 1 of 2 rows ${sentence}`);
    expect(told('applied', [1, 2, 13])).toBe(`missing: 2 of 3 rows ${sentence}`);
  });

  it('is warned of where its name speaks of migrations and its rows do not', () => {
    const sentence = 'of schema_history, which `layout` names as the migration history, are no file of m';
    expect(told('schema_history', ['0013_a.sql', 'init'])).toBe(`unread: 1 of 2 rows ${sentence}`);
    expect(told('schema_history', ['0001_x.sql'])).toBe(
      `unread: 1 of 1 rows ${sentence}: every file counts as pending`,
    );
  });

  it('hides nothing of what a migration does to its rows', () => {
    const schema = "CREATE TABLE users(name TEXT PRIMARY KEY); INSERT INTO users VALUES ('0001'), ('0002')";
    const layout = { name: 'plain', table: 'users', column: 'name' };
    const migrations = folderOf({ '0001.sql': '', '0002.sql': '', '0003.sql': 'DELETE FROM users;' });
    const { findings } = judged(measured(folder, schema, migrations, { layout }), { layout });
    expect(findings.map(({ rule, table, count }) => [rule, table, count])).toContainEqual([
      'rows-lost',
      'users',
      2,
    ]);
  });
});
