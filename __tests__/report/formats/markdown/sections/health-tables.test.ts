import { describe, expect, it } from '@jest/globals';
import { health as healthOf } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

const orphans = (table: string, rows: number) => ({
  table,
  columns: ['goal_id'],
  parent: 'goals',
  parentColumns: ['id'],
  rows,
});

describe('health', () => {
  it('shows each check before → after', () => {
    expect(sectionOf(recordOf({}), 'Health before → after')?.split('\n')).toEqual([
      '| check | before | after |',
      '| --- | --- | --- |',
      '| integrity_check | ✅ ok | ✅ ok |',
      '| rows without a parent | ✅ 0 | ✅ 0 |',
      '| foreign keys that SQLite cannot enforce | ✅ 0 | ✅ 0 |',
      '| views and triggers that do not compile | ✅ 0 | ✅ 0 |',
      '| user_version | 3 | 3 |',
      '| journal mode | wal | wal |',
    ]);
  });

  it('counts orphans for each foreign key, and follows a renamed table', () => {
    const section = sectionOf(
      recordOf({
        before: healthOf({ orphans: [orphans('steps', 3), orphans('notes', 1)] }),
        after: healthOf({ orphans: [orphans('tasks', 2)] }),
        changes: {
          tables: [],
          objects: [],
          renames: [{ kind: 'table', table: 'tasks', from: 'steps', to: 'tasks' }],
          unchecked: [],
        },
      }),
      'Health',
    );
    expect(section).toContain('| rows without a parent | ❌ 4 | ❌ 2 |');
    expect(section).toContain('| – `notes(goal_id) → goals` | ❌ 1 | ✅ 0 |');
    expect(section).toContain('| – `tasks(goal_id) → goals` | ❌ 3 | ❌ 2 |');
  });

  it('shows what the settings ask besides: keys, queries and the statements of the application', () => {
    const key = { ...orphans('notes', 1), declared: false as const };
    const query = { id: 'negative | x', sql: 'SELECT 1' };
    const failure = { while: 'running' as const, message: 'malformed JSON' };
    const failed = [{ file: 'app.sql', line: 3, offset: 9, message: 'no such column: a' }];
    const section = sectionOf(
      recordOf({
        before: healthOf({
          queries: [
            { ...query, rows: 0 },
            { id: 'other', sql: 'SELECT 2', failure },
          ],
          statements: { total: 12, failed: [] },
        }),
        after: healthOf({
          orphans: [key],
          queries: [{ ...query, rows: 2 }],
          statements: { total: 12, failed },
          unchecked: [{ check: 'query', object: 'other', missing: 'no such function: f' }],
        }),
      }),
      'Health',
    );
    expect(section).toContain('| – `notes(goal_id) → goals` (configured) | ✅ 0 | ❌ 1 |');
    expect(section).toContain('| rows of the query <code>negative &#124; x</code> | ✅ 0 | ❌ 2 |');
    expect(section).toContain('| rows of the query `other` | ❌ fails | ⚠️ not checked |');
    expect(section).toContain("| the application's statements that do not prepare | 0 of 12 | 1 of 12 |");
    expect(section).toContain('- after: ⚠️ query `other` not checked: no such function: f');
  });

  it('counts views, triggers and search indexes that do not work', () => {
    const broken = [{ kind: 'view' as const, name: 'v', message: 'no such column: a' }];
    const searchFailures = [{ table: 'search', failure: 'mismatch' as const }];
    const section = sectionOf(recordOf({ after: healthOf({ broken, searchFailures }) }), 'Health');
    expect(section).toContain('| views and triggers that do not compile | ✅ 0 | ❌ 1 |');
    expect(section).toContain('| search indexes that do not fit their content | ✅ 0 | ❌ 1 |');
  });

  it('does not call clean what could not be checked', () => {
    const unchecked = (['integrity', 'orphans'] as const).map((check) => ({
      check,
      table: 'goals',
      missing: 'no such collation sequence: c',
    }));
    const section = sectionOf(recordOf({ after: healthOf({ unchecked }) }), 'Health');
    expect(section).toContain('| integrity_check | ✅ ok | ⚠️ ok, not every table checked |');
    expect(section).toContain('| rows without a parent | ✅ 0 | ⚠️ 0, not every table checked |');
    expect(section).toContain('- after: ⚠️ orphans of `goals` not checked: no such collation sequence: c');
  });

  it('shows damage, once where both sides have it', () => {
    const integrity = { result: 'damaged' as const, messages: ['Page 3: never used'] };
    const both = sectionOf(
      recordOf({ before: healthOf({ integrity }), after: healthOf({ integrity }) }),
      'Health',
    );
    expect(both).toContain('| integrity_check | ❌ damaged | ❌ damaged |');
    expect(both?.match(/Page 3: never used/g)).toHaveLength(1);
    const one = sectionOf(recordOf({ before: healthOf({ integrity }) }), 'Health');
    expect(one).toContain('- before: Page 3: never used');
  });

  it('says why a foreign key cannot be enforced', () => {
    const mismatches = [{ ...orphans('notes', 5), cause: 'parent-not-unique' as const }];
    const section = sectionOf(
      recordOf({ before: healthOf({ mismatches }), after: healthOf({ mismatches }) }),
      'Health',
    );
    expect(section).toContain('| foreign keys that SQLite cannot enforce | ❌ 1 | ❌ 1 |');
    expect(section).toContain(
      '- `notes(goal_id) → goals(id)` cannot be enforced: the parent columns are not unique; 5 rows with a key',
    );
  });
});

describe('data volume', () => {
  it('shows rows of each table before → after, and the snapshot', () => {
    expect(sectionOf(recordOf({}), 'Data volume')?.split('\n')).toEqual([
      '| table | rows before | rows after |',
      '| --- | ---: | ---: |',
      '| `goals` | 45 | 45 |',
      '| `activity_instances` | 1,079 | 1,079 |',
      '',
      `Snapshot: 45,056 bytes, pages of 4,096, journal mode wal, sha256 \`${'ab'.repeat(32)}\`, with its \`-wal\` (8,272 bytes). Migrated: 45,056 bytes.`,
    ]);
  });

  it('follows a rename, and shows what came and went', () => {
    const section = sectionOf(
      recordOf({
        before: healthOf({
          tables: [
            { table: 'aims', rows: 3 },
            { table: 'gone', rows: 4 },
          ],
        }),
        after: healthOf({
          tables: [
            { table: 'goals', rows: 3 },
            { table: 'made', rows: 0 },
          ],
        }),
        changes: {
          tables: [],
          objects: [],
          renames: [{ kind: 'table', table: 'goals', from: 'aims', to: 'goals' }],
          unchecked: [],
        },
      }),
      'Data volume',
    );
    expect(section).toContain('| `aims` → `goals` | 3 | 3 |\n| `made` | – | 0 |\n| `gone` | 4 | – |');
  });
});
