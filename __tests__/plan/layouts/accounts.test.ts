import { describe, expect, it } from '@jest/globals';
import type { DatabaseState } from '../../../src/plan/layout-kit/layout.ts';
import { layouts } from '../../../src/plan/layouts/index.ts';
import { folderOf } from '../../support/plans.ts';

const FILES = folderOf({
  '1_a.sql': '-- +goose Up\n-- +migrate Up\n-- migrate:up\nSELECT 1;\n-- migrate:down\n',
});

/** Layout, its usual table, and whether it takes another name from the user. */
const ACCOUNTS = [
  ['d1', 'd1_migrations', true],
  ['goose', 'goose_db_version', true],
  ['dbmate', 'schema_migrations', true],
  ['sql-migrate', 'gorp_migrations', true],
  ['golang-migrate', 'schema_migrations', true],
  ['diesel', '__diesel_schema_migrations', false],
  ['sqlx', '_sqlx_migrations', true],
] as const;

function accountOf(name: string, given: Partial<DatabaseState>) {
  const layout = layouts.find((one) => one.name === name);
  const reading = layout?.read(FILES, { userVersion: 0, options: { name: 'auto' }, ...given });
  return {
    tables: reading?.bookkeeping.tables,
    userVersion: reading?.bookkeeping.userVersion,
    setup: reading?.setup,
  };
}

describe('the table of', () => {
  it.each(ACCOUNTS)(
    '%s has its usual name, where the snapshot has none and the user gives none',
    (...[name, table]) => {
      const { tables, setup = [], userVersion } = accountOf(name, {});
      expect([tables, userVersion]).toEqual([[table], false]);
      expect(setup.join('\n')).toMatch(
        new RegExp(`CREATE TABLE (IF NOT EXISTS )?["']?${table}["']?\\s*\\(`, 'i'),
      );
    },
  );

  it.each(ACCOUNTS)('%s is the one that the snapshot has, which is not made again', (...[name]) => {
    const { tables, setup = [] } = accountOf(name, { table: { table: 'found', rows: [] } });
    expect(tables).toEqual(['found']);
    expect(setup.join('\n')).not.toMatch(/CREATE TABLE (?!IF NOT EXISTS)/i);
  });

  it.each(ACCOUNTS.filter(([, , named]) => named))(
    '%s is made under the name that the user gives',
    (...[name]) => {
      const options = { name, table: 'given' } as const;
      const { tables, setup = [] } = accountOf(name, { options });
      expect(tables).toEqual(['given']);
      expect(setup.join('\n')).toContain('given');
      expect(accountOf(name, { options, table: { table: 'found', rows: [] } }).tables).toEqual(['found']);
    },
  );
});

it('none is kept by plain, and user-version keeps a number', () => {
  expect(accountOf('plain', {})).toEqual({ tables: [], userVersion: false, setup: [] });
  expect(accountOf('user-version', {})).toEqual({ tables: [], userVersion: true, setup: [] });
});

it('those whose foreign keys depend on the driver of production', () => {
  const names = layouts.filter(({ driverDecides }) => driverDecides).map(({ name }) => name);
  expect(names.toSorted()).toEqual([
    ...['dbmate', 'diesel', 'golang-migrate', 'goose', 'sql-migrate', 'user-version'],
  ]);
});

it.each(layouts.map(({ name }) => name))(
  '%s keeps account in user_version only if that is its name',
  (name) => {
    expect(accountOf(name, {}).userVersion).toBe(name === 'user-version');
  },
);
