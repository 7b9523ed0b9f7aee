import { describe, expect, it } from '@jest/globals';
import { folderOf } from '../../support/plans.ts';
import { type CaseSettings, forRule, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('history-changed');
const folder = scratchFolder();

const GOOSE = `CREATE TABLE goose_db_version(id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP);
  INSERT INTO goose_db_version(version_id, is_applied) VALUES (0, 1), (1, 1), (2, 1); CREATE TABLE fees(id INTEGER PRIMARY KEY, cents INT); INSERT INTO fees VALUES (1, 5);`;

function found(schema: string, files: Record<string, string>, settings: CaseSettings = {}) {
  return findings.over(measured(folder, schema, folderOf(files), settings), settings);
}

const goose = (sql: string) =>
  found(GOOSE, {
    '1_a.sql': '-- +goose Up\nSELECT 1;',
    '2_b.sql': '-- +goose Up\nSELECT 1;',
    '3_c.sql': `-- +goose Up\n${sql}`,
  });

describe('warns of rows of the history that the migration itself', () => {
  it.each([
    ['deletes', 'DELETE FROM goose_db_version WHERE version_id = 2;', 1],
    ['changes', 'UPDATE "Goose_DB_version" SET is_applied = 0;', 3],
    ['adds', 'INSERT INTO goose_db_version(version_id, is_applied) VALUES (9, 1);', 1],
    ['replaces', 'REPLACE INTO main.goose_db_version(id, version_id, is_applied) VALUES (1, 0, 0);', 1],
  ])('%s', (_, sql, count) => {
    expect(goose(`ALTER TABLE fees ADD COLUMN x;\n${sql}`)).toMatchObject([
      { severity: 'warning', table: 'goose_db_version', count, location: { file: 'm/3_c.sql', line: 3 } },
    ]);
  });

  it('loses in a rebuild of the table', () => {
    const sql = `CREATE TABLE g(id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP);
INSERT INTO g SELECT * FROM goose_db_version WHERE version_id < 2;
DROP TABLE goose_db_version;
ALTER TABLE g RENAME TO goose_db_version;`;
    expect(goose(sql)).toMatchObject([{ table: 'goose_db_version', location: { line: 4 } }]);
  });
});

it('says nothing of what the tool writes itself', () => {
  expect(goose('ALTER TABLE fees ADD COLUMN x;')).toEqual([]);
  expect(goose('DELETE FROM goose_db_version WHERE version_id = 99;')).toEqual([]);
  const migrate =
    'CREATE TABLE schema_migrations(version uint64, dirty bool); CREATE UNIQUE INDEX version_unique ON schema_migrations(version); INSERT INTO schema_migrations VALUES (1, 0);';
  expect(found(migrate, { '1_a.up.sql': 'SELECT 1;', '2_b.up.sql': 'CREATE TABLE b(a);' })).toEqual([]);
});

it('lets the files of a runner of its own say that they ran', () => {
  const schema = "CREATE TABLE versions(v TEXT); INSERT INTO versions VALUES ('0001.sql');";
  const settings = { layout: { name: 'plain', table: 'versions', column: 'v' } };
  const files = {
    '0001.sql': 'SELECT 1;',
    '0002.sql': "CREATE TABLE n(a); INSERT INTO versions VALUES ('0002.sql');",
  };
  expect(found(schema, files, settings)).toEqual([]);
});
