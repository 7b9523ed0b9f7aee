import { expect, it } from '@jest/globals';
import type { History, HistoryRow } from '../../src/facts/history.ts';
import { bookkeepingTables, recordedMigrations } from '../../src/plan/recorded.ts';

const side = (table: string, tool: string | undefined, ...rows: HistoryRow[]): History => ({
  tables: [{ table, rows, ...(tool !== undefined && { tool }) }],
  others: [],
  userVersion: 0,
});
const nothing: History = { tables: [], others: [], userVersion: 0 };

it.each<[string, string, HistoryRow, string]>([
  ['Rails', 'schema_migrations', { version: '20240101000000' }, '20240101000000'],
  ['Django', 'django_migrations', { id: 9, app: 'shop', name: '0002_x', applied: '' }, 'shop.0002_x'],
  ['Alembic', 'alembic_version', { version_num: 'ab12' }, 'ab12'],
  ['Alembic', 'app_alembic_version', { version_num: 'ab12' }, 'ab12'],
  ['Knex', 'knex_migrations', { id: 2, name: '002_b.js', batch: 2, migration_time: 0 }, '002_b.js'],
  ['TypeORM', 'migrations', { id: 2, timestamp: 17n, name: 'AddX17' }, 'AddX17'],
  ['Laravel', 'migrations', { id: 2, migration: '2024_x', batch: 2 }, '2024_x'],
  ['Sequelize', 'SequelizeMeta', { name: '02.js' }, '02.js'],
  ['EF Core', '__EFMigrationsHistory', { migrationid: '2024_X', productversion: '9' }, '2024_X'],
  ['drizzle', '__drizzle_migrations', { id: null, hash: 'ff', created_at: 1n }, 'ff'],
  ['Sequel', 'schema_info', { version: 2 }, '2'],
  ['FluentMigrator', 'VersionInfo', { version: 7, appliedon: '', description: 'AddTag' }, '7'],
  ['DbUp', 'SchemaVersions', { schemaversionid: 1, scriptname: 'App.0001.sql', applied: '' }, 'App.0001.sql'],
  ['GRDB', 'grdb_migrations', { identifier: 'v2' }, 'v2'],
  ['Home Assistant', 'schema_changes', { change_id: 9, schema_version: 44, changed: '' }, '44'],
  ['goose', 'goose_db_version', { id: 2, version_id: 3, is_applied: 1, tstamp: '' }, '3'],
])('%s: what stands in %s only now was recorded', (tool, table, row, id) => {
  expect(recordedMigrations(nothing, side(table, tool, row))).toEqual([{ tool, table, ids: [id] }]);
  expect(recordedMigrations(side(table, tool, row), side(table, tool, row))).toEqual([]);
});

it('a tool that keeps only the last one shows that one', () => {
  const [before, after] = ['a1', 'c3'].map((version_num) =>
    side('alembic_version', 'Alembic', { version_num }),
  );
  expect(recordedMigrations(before as History, after as History)).toMatchObject([{ ids: ['c3'] }]);
});

it('rows of a table that is only like a tool’s are data, and are not shown', () => {
  expect(recordedMigrations(nothing, side('devices', 'Alembic', { version_num: 'secret' }))).toEqual([]);
  expect(recordedMigrations(nothing, side('login_history', 'TypeORM', { name: 'secret' }))).toEqual([]);
  expect(recordedMigrations(nothing, side('own_migrations', undefined, { name: 'secret' }))).toEqual([]);
  expect(bookkeepingTables(side('devices', 'Alembic'))).toEqual([]);
  expect(bookkeepingTables(side('file_versions', 'drizzle'))).toEqual([]);
});

it('the tables that a tool keeps for itself are known by the one that names the migrations', () => {
  const knex = side('knex_migrations', 'Knex');
  expect(bookkeepingTables(knex, knex)).toEqual(['knex_migrations', 'knex_migrations_lock']);
  expect(bookkeepingTables(nothing, side('schema_migrations', 'Rails'))).toEqual([
    'schema_migrations',
    'ar_internal_metadata',
  ]);
});
