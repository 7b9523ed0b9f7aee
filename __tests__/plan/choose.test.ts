import { describe, expect, it } from '@jest/globals';
import type { HistoryRow } from '../../src/facts/history.ts';
import type { LayoutOptions } from '../../src/facts/settings.ts';
import { chooseLayout } from '../../src/plan/choose.ts';
import { toolOf } from '../../src/plan/history-tables.ts';
import { folderOf } from '../support/plans.ts';

/** `tables`: name to columns; `rows`: of each of them. */
function choiceOf(
  files: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, string>> = {},
  {
    userVersion = 0,
    wish = { name: 'auto' },
    rows = [],
  }: { userVersion?: number; wish?: LayoutOptions; rows?: HistoryRow[] } = {},
) {
  const names = Object.keys(tables);
  const tracking = Object.entries(tables).flatMap(([table, columns]) => {
    const tool = toolOf(table, columns.split(' '), names, table === wish.table);
    return tool === undefined ? [] : [{ tool, table, rows }];
  });
  return chooseLayout(folderOf(files), { tables: tracking, others: [], userVersion }, wish);
}

function chosen(...given: Parameters<typeof choiceOf>): string {
  const choice = choiceOf(...given);
  return 'codeTool' in choice ? choice.codeTool : choice.layout.name;
}

function tableChosen(...given: Parameters<typeof choiceOf>): string | undefined {
  const choice = choiceOf(...given);
  return typeof choice.table === 'string' ? choice.table : choice.table?.table;
}

const pairs = { '1_a.up.sql': '', '1_a.down.sql': '' };
const blocks = { '1_a.sql': '-- migrate:up\n-- migrate:down\n' };
const sqlx = 'version description installed_on success checksum execution_time';

describe('whose files they are', () => {
  it.each([
    ['pairs of up and down', pairs, {}, 0, 'golang-migrate'],
    ['pairs where sqlx keeps account', pairs, { _sqlx_migrations: sqlx }, 0, 'sqlx'],
    ['pairs where user_version is the number of one', pairs, {}, 1, 'user-version'],
    ['pairs where it is not', pairs, {}, 2, 'golang-migrate'],
    ['numbered files', { '1_a.sql': '' }, {}, 0, 'plain'],
    ['numbered files where sqlx keeps account', { '1_a.sql': '' }, { x: sqlx }, 0, 'sqlx'],
    [
      'numbered files where golang-migrate keeps account',
      { '1_a.sql': '' },
      { schema_migrations: 'version dirty' },
      0,
      'golang-migrate',
    ],
    ['dated folders', { '2024-01-01-000000_a/up.sql': '' }, {}, 0, 'diesel'],
    ['numbered folders', { '01-first/up.sql': '' }, {}, 0, 'plain'],
    ['numbered folders that user_version counts', { '1_first/up.sql': '' }, {}, 1, 'user-version'],
    ['numbered folders where diesel keeps account', { 'a/up.sql': '' }, { x: 'version run_on' }, 0, 'diesel'],
    ['up and down blocks', blocks, {}, 0, 'dbmate'],
    ['up and down blocks with a table of versions', blocks, { schema_migrations: 'version' }, 0, 'dbmate'],
    [
      'numbered files with a table of versions',
      { '1.sql': '' },
      { schema_migrations: 'version' },
      0,
      'plain',
    ],
    [
      'a table of versions beside that of Rails',
      { '1.sql': '' },
      { schema_migrations: 'version', ar_internal_metadata: 'key value created_at updated_at' },
      0,
      'Rails',
    ],
    ['sql-migrate annotations', { 'a.sql': '-- +migrate Up\n' }, {}, 0, 'sql-migrate'],
    [
      "a table of one's own as sql-migrate has it",
      { '1.sql': '' },
      { migrations: 'id applied_at' },
      0,
      'plain',
    ],
    [
      'files like those of golang-migrate where morph keeps account',
      pairs,
      { app_schema_migrations: 'Version Name' },
      0,
      'morph',
    ],
    [
      'files that are Drizzle’s where Knex kept account before',
      { '0000_a.sql': '', 'meta/_journal.json': '{"entries":[]}' },
      { knex_migrations: 'id name batch migration_time' },
      0,
      'drizzle',
    ],
    ['a table that runners of one’s own have too', { '1.sql': '' }, { migrations: 'id' }, 0, 'plain'],
    ['annotations in a folder below', { 'x/1_a.sql': '-- +goose Up\n' }, {}, 0, 'goose'],
  ] as const)('%s', (_, files, tables, userVersion, layout) => {
    expect(chosen(files, tables, { userVersion })).toBe(layout);
  });

  const goose = 'id version_id is_applied tstamp';
  const prisma = 'id checksum finished_at migration_name logs rolled_back_at started_at applied_steps_count';

  it.each([
    ['goose', 'goose_db_version', { '1_a.sql': '-- +goose Up\nSELECT 1;' }],
    ['prisma', '_prisma_migrations', { '20240101000000_a/migration.sql': 'SELECT 1;' }],
    ['sql-migrate', 'gorp_migrations', { '1_a.sql': '-- +migrate Up\nSELECT 1;' }],
  ] as const)(
    'in a database with the accounts of several tools, those of %s by what is written in them',
    (tool, table, files) => {
      const tables = {
        ...{ _prisma_migrations: prisma, goose_db_version: goose },
        gorp_migrations: 'id applied_at',
      };
      for (const order of [Object.entries(tables), Object.entries(tables).toReversed()]) {
        expect(chosen(files, Object.fromEntries(order))).toBe(tool);
        expect(tableChosen(files, Object.fromEntries(order))).toBe(table);
      }
    },
  );

  it('is the one that the user names, also beside one with the usual name', () => {
    const wish: LayoutOptions = { name: 'sqlx', table: 'steps' };
    expect(tableChosen({ '1_a.sql': '' }, { _sqlx_migrations: sqlx, steps: sqlx }, { wish })).toBe('steps');
  });

  it('takes the user at their word, for a table of any name too', () => {
    const wish: LayoutOptions = { name: 'dbmate', table: 'steps' };
    expect(chosen({ '1.sql': '' }, { steps: 'version' }, { wish })).toBe('dbmate');
  });
});

describe("a table of the application's that looks like a tool's", () => {
  const d1 = 'id name applied_at';
  const journal = '{"entries":[{"idx":0,"when":1700000000000,"tag":"0000_a","breakpoints":true}]}';
  const drizzle = { '0000_a.sql': 'SELECT 1;', 'meta/_journal.json': journal };

  it.each([
    ['what has the columns of D1', { '1.sql': '' }, { coupons: d1 }, 'plain'],
    ['what has the columns of Drizzle', { '1.sql': '' }, { uploads: 'id hash created_at' }, 'plain'],
    ['what has those of TypeORM', { '1.sql': '' }, { login_history: 'id timestamp name' }, 'plain'],
    ['what has those of morph', { '1.sql': '' }, { product_versions: 'version name' }, 'plain'],
    ["a runner's table with names that are no files", { '1_a.sql': '' }, { _migrations: d1 }, 'plain'],
    ['what has the columns of golang-migrate', { '1_a.sql': '' }, { drafts: 'version dirty' }, 'plain'],
    ['one of Drizzle beside sqlx', { '1.sql': '' }, { tokens: 'id hash created_at', x: sqlx }, 'sqlx'],
  ] as const)('does not tell whose the files are: %s', (_, files, tables, layout) => {
    expect(chosen(files, tables, { rows: [{ id: 1, name: '1_a' }] })).toBe(layout);
  });

  it.each([
    [drizzle, { attachments: 'id hash created_at', __drizzle_migrations: 'id hash created_at' }],
    [pairs, { schema_migrations_old: 'version dirty', schema_migrations: 'version dirty' }],
    [blocks, { app_schema: 'version', schema_migrations: 'version' }],
  ] as const)('is not taken for the one with the usual name: %j', (files, tables) => {
    expect(tableChosen(files, tables)).toBe(Object.keys(tables)[1]);
  });

  it('is not taken for one whose numbers are none', () => {
    const rows = [{ version: '1.2.3', dirty: 0 }];
    expect(chosen({ '1_a.sql': '' }, { schema_migrations: 'version dirty' }, { rows })).toBe('plain');
    expect(tableChosen(pairs, { schema_migrations: 'version dirty' }, { rows })).toBeUndefined();
  });

  it('is taken for it with another name only where the files know one of its rows', () => {
    const rows = [{ id: 1, name: '1_a.sql', applied_at: '' }];
    expect(tableChosen({ '1_a.sql': '' }, { schema_history: d1 }, { rows })).toBe('schema_history');
    expect(tableChosen({ '2_b.sql': '' }, { schema_history: d1 }, { rows })).toBeUndefined();
    expect(tableChosen(drizzle, { my_migrations: 'id hash created_at' })).toBeUndefined();
  });
});

describe('toolOf', () => {
  it.each([
    ['migrations', 'id applied_at', 'sql-migrate'],
    ['gorp_migrations', 'id applied_at', 'sql-migrate'],
    ['sales', 'id applied_at', undefined],
    ['schema_version', 'version', 'dbmate'],
    ['apps', 'version', undefined],
    ['app_version', 'version', undefined],
    ['anything', 'dirty version', undefined],
    ['my_migrations', 'dirty version', 'golang-migrate'],
    ['anything', 'run_on VERSION', 'diesel'],
    ['schema_info', 'version', 'Sequel'],
    ['schema_migrations', 'version', 'dbmate'],
    ['schema_migrations', 'filename', 'Sequel'],
    ['seaql_migrations', 'version applied_at', 'SeaORM'],
    ['my_migrations', 'version applied_at', undefined],
    ['migrations', 'id', 'gormigrate'],
    ['flags', 'id', undefined],
    ['VersionInfo', 'Version AppliedOn Description', 'FluentMigrator'],
    ['board_schema_migrations', 'Version Name', 'morph'],
    ['version', 'id version', 'Gitea'],
    ['prices', 'id version', undefined],
    ['schema_migrations', 'version inserted_at', 'Ecto'],
  ])('%s with the columns %s is of %s', (table, columns, tool) => {
    expect(toolOf(table, columns.split(' '), [])).toBe(tool);
  });

  it('lets the user name a table as no tool would', () => {
    expect(toolOf('sales', ['id', 'applied_at'], [], true)).toBe('sql-migrate');
  });
});
