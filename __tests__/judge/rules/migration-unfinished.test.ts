import { describe, expect, it } from '@jest/globals';
import { factsWith, forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('migration-unfinished');
const TABLE = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 1);';

describe('what an interrupted migration left', () => {
  it.each([
    ['schema_migrations', 'CREATE TABLE schema_migrations(version uint64, dirty bool)', '(7, 1)', '(7, 0)'],
    [
      '_sqlx_migrations',
      'CREATE TABLE _sqlx_migrations(version, description, installed_on, success, checksum, execution_time)',
      "(1, 'a', '', 0, x'00', 1)",
      "(1, 'a', '', 1, x'00', 1)",
    ],
    ['knex_migrations_lock', 'CREATE TABLE knex_migrations_lock("index", is_locked)', '(1, 1)', '(1, 0)'],
    [
      'DATABASECHANGELOGLOCK',
      'CREATE TABLE DATABASECHANGELOGLOCK(ID, LOCKED, LOCKGRANTED, LOCKEDBY)',
      "(1, 1, '', '')",
      '(1, 0, NULL, NULL)',
    ],
  ])('is told of %s, and not where it is clear', (table, create, dirty, clear) => {
    const state = (row: string) => findings.of(`${TABLE}${create}; INSERT INTO "${table}" VALUES ${row};`);
    expect(state(dirty)).toMatchObject([{ severity: 'warning', table }]);
    expect(state(clear)).toEqual([]);
  });

  it('is a row of any content where the tool has no flag, and none where the table is empty', () => {
    const lock = 'CREATE TABLE "__EFMigrationsLock"("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT);';
    expect(findings.of(`${TABLE}${lock}INSERT INTO "__EFMigrationsLock" VALUES (1, '')`)).toMatchObject([
      { message: '__EFMigrationsLock says that a migration of EF Core is running.' },
    ]);
    expect(findings.of(`${TABLE}${lock}`)).toEqual([]);
  });

  it('is left to the layout where a plan was made, and to nobody where the tool migrated well', () => {
    const unfinished = [
      { kind: 'locked' as const, tool: 'Knex', table: 'l', sentence: 'l says so', remedy: 'Unlock.' },
    ];
    const command = { recorded: [], bookkeeping: [] };
    const ended = (outcome: 'done' | 'failed') => ({ ...factsWith().rehearsal, outcome });
    expect(findings.over({ unfinished, plan: plan() })).toEqual([]);
    expect(findings.over({ unfinished, command, rehearsal: ended('done') })).toEqual([]);
    expect(findings.over({ unfinished, command, rehearsal: ended('failed') })).toMatchObject([
      { message: 'l says so.', remedy: 'Unlock.' },
    ]);
  });
});

describe('the working table of a rebuild', () => {
  it.each(['_alembic_tmp_t', '__new_t', 'new__t', 'ef_temp_t', '__temp__t', 't_new', 'tmp_t', 'temporary_t'])(
    '%s is told beside its original',
    (name) => {
      expect(findings.of(`${TABLE}CREATE TABLE "${name}"(id, v, w)`)).toMatchObject([
        { table: name, count: 0, remedy: expect.stringContaining(`drop ${name}`) },
      ]);
    },
  );

  it('is told alone where nobody gives a table such a name', () => {
    const sql = `${TABLE}CREATE TABLE _alembic_tmp_gone(id); CREATE TABLE gone_new(id); CREATE TABLE _knex_temp_alter123(id)`;
    expect(findings.of(sql).map(({ table, remedy }) => [table, remedy.slice(0, 8)])).toEqual([
      ['_alembic_tmp_gone', 'Its rows'],
      ['_knex_temp_alter123', 'Its rows'],
    ]);
  });

  it('is another table where each has columns that the other lacks', () => {
    expect(findings.of(`${TABLE}CREATE TABLE t_new(id, customer)`)).toEqual([]);
    expect(findings.of(`${TABLE}CREATE VIEW t_new AS SELECT id FROM t`)).toEqual([]);
  });

  it('is none where the migration takes it away, or makes it', () => {
    const left = `${TABLE}CREATE TABLE t_new(id, v);`;
    expect(findings.after(left, 'DROP TABLE t_new')).toEqual([]);
    expect(findings.after(left, 'SELECT 1')).toMatchObject([{ table: 't_new' }]);
    expect(findings.after(TABLE, 'CREATE TABLE t_new(id, v)')).toEqual([]);
  });
});
