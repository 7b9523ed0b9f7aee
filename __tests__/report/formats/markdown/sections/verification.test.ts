import { expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { blockedRecord, changes, health } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

const TITLE = 'Verification by hand';

it('gives the queries with the results of the rehearsal', () => {
  expect(sectionOf(recordOf({}), TITLE)?.split('\n')).toEqual([
    '```sql',
    'PRAGMA integrity_check; -- ok',
    'PRAGMA foreign_key_check; -- no row',
    'SELECT count(*) FROM "goals" WHERE "goals"."root_id" IS NULL; -- 0',
    'SELECT "activity_instances"."root_id" FROM "activity_instances" LIMIT 0; -- no error',
    "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL; -- 0",
    'SELECT count(*) FROM "goals"; -- 45',
    'SELECT count(*) FROM "activity_instances"; -- 1079',
    '```',
    '',
    'After each stands what was measured after the rehearsal.',
  ]);
});

it('promises nothing where a check found something or could not be carried out', () => {
  const orphans = [{ table: 'a', columns: ['b'], parent: 'c', parentColumns: ['d'], rows: 1 }];
  const unchecked = [{ check: 'integrity' as const, missing: 'no such module: m' }];
  const section = sectionOf(recordOf({ after: health({ orphans, unchecked }) }), TITLE);
  expect(section).toContain('PRAGMA integrity_check;\nPRAGMA foreign_key_check;\n');
  expect(section).toContain('; after what has more to say than a line, or could not be checked, nothing.');
});

it('gives the number of rows without a parent that SQLite will list', () => {
  const key = { columns: ['b'], parent: 'c', parentColumns: ['d'] };
  const orphans = [
    { ...key, table: 'a', rows: 3 },
    { ...key, table: 'e', rows: 2 },
  ];
  const section = sectionOf(recordOf({ after: health({ orphans }) }), TITLE);
  expect(section).toContain('PRAGMA foreign_key_check; -- 5 rows\n');
  expect(section).toMatch(/what was measured after the rehearsal\.$/);
});

it("gives the settings' own queries, and leaves their keys out of what SQLite checks", () => {
  const orphans = [
    { table: 'a', columns: ['b'], parent: 'c', parentColumns: ['d'], rows: 1, declared: false as const },
  ];
  const failure = { while: 'running' as const, message: 'malformed JSON' };
  const queries = [
    { id: 'one', sql: 'SELECT id\nFROM t;', rows: 0 },
    { id: 'two', sql: 'SELECT 2', rows: 1 },
    { id: 'three', sql: 'SELECT 3', failure },
  ];
  const section = sectionOf(recordOf({ after: health({ orphans, queries }) }), TITLE);
  expect(section).toContain('PRAGMA foreign_key_check; -- no row\n');
  expect(section).toContain('\nSELECT id\nFROM t; -- no row\nSELECT 2; -- 1 row\n');
  expect(section).not.toContain('SELECT 3');
});

it('is left out after a failure', () => {
  expect(sectionOf(blockedRecord(), TITLE)).toBeUndefined();
});

it('gives queries that run with hostile names, and fail where a column is missing', () => {
  const [table, column] = ['it\'s "quoted"; -- \n`', 'a "b" | c'];
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const record = recordOf({
    after: health({ tables: [{ table, rows: 0 }], required: [{ table, column, nulls: 0 }] }),
    changes: { ...changes(), objects: [{ kind: 'column', name: column, table, change: 'added' }] },
  });
  const section = sectionOf(record, TITLE) ?? '';
  const sql = section.slice(section.indexOf('\n') + 1, section.lastIndexOf('```'));
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE ${quoted(table)}(x)`);
  expect(() => db.exec(sql)).toThrow(/no such column/);
  db.exec(`ALTER TABLE ${quoted(table)} ADD COLUMN ${quoted(column)}`);
  expect(() => db.exec(sql)).not.toThrow();
  db.close();
});
