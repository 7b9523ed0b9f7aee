import type { HistoryShape } from './layout-kit/layout.ts';

/** A tool whose migrations only it can run. */
export interface CodeTool {
  /** As its users write it. */
  name: string;
  history: HistoryShape;
  /** A table that must stand beside: others have the very same columns. */
  beside?: string;
  /** Other tables that it writes for itself. */
  own?: readonly string[];
  /** With this flag it does not ask before it migrates. */
  quietly?: string;
  /** Its SQL files look like those of this layout. */
  filesOf?: string;
}

/** Tools that are known by their history table, and rehearsed with `command`. */
export const codeTools: readonly CodeTool[] = [
  tool('Rails', 'schema_migrations', 'version', { beside: 'ar_internal_metadata' }),
  tool('Django', 'django_migrations', 'id app name applied', { quietly: '--noinput' }),
  tool('Alembic', 'alembic_version', 'version_num'),
  tool('Knex', 'knex_migrations', 'id name batch migration_time', { own: ['knex_migrations_lock'] }),
  tool('TypeORM', 'migrations', 'id timestamp name', { name: 'common', own: ['typeorm_metadata'] }),
  tool('Laravel', 'migrations', 'id migration batch', { name: 'common', quietly: '--force' }),
  tool('Sequelize', 'SequelizeMeta', 'name', { name: 'common' }),
  tool('EF Core', '__EFMigrationsHistory', 'migrationid productversion', { own: ['__EFMigrationsLock'] }),
  tool('Kysely', 'kysely_migration', 'name timestamp', { name: 'common', own: ['kysely_migration_lock'] }),
  tool('yoyo', '_yoyo_migration', 'migration_hash migration_id applied_at_utc', {
    own: ['_yoyo_log', '_yoyo_version', 'yoyo_lock'],
    quietly: '--batch',
  }),
  tool('refinery', 'refinery_schema_history', 'version name applied_on checksum'),
  tool(
    'Atlas',
    'atlas_schema_revisions',
    'version description type applied total executed_at execution_time error error_stmt hash partial_hashes operator_version',
  ),
  tool(
    'Flyway',
    'flyway_schema_history',
    'installed_rank version description type script checksum installed_by installed_on execution_time success',
  ),
  tool(
    'Liquibase',
    'DATABASECHANGELOG',
    'id author filename dateexecuted orderexecuted exectype md5sum description comments tag liquibase contexts labels deployment_id',
    { own: ['DATABASECHANGELOGLOCK'] },
  ),
  tool('mautrix', 'version', 'version compat', { name: 'common' }),
  tool('morph', 'schema_migrations', 'version name', { name: 'common', filesOf: 'golang-migrate' }),
  tool('Sequel', 'schema_info', 'version', { name: 'usual' }),
  tool('Sequel', 'schema_migrations', 'filename', { name: 'common' }),
  tool('Phinx', 'phinxlog', 'version migration_name start_time end_time breakpoint'),
  tool('Doctrine', 'doctrine_migration_versions', 'version executed_at execution_time', {
    quietly: '--no-interaction',
  }),
  tool('FluentMigrator', 'VersionInfo', 'version appliedon description', { name: 'usual' }),
  tool('SeaORM', 'seaql_migrations', 'version applied_at', { name: 'usual' }),
  tool('gormigrate', 'migrations', 'id', { name: 'usual', isVague: true }),
  tool('PocketBase', '_migrations', 'file applied', { name: 'usual' }),
  tool('Grafana', 'migration_log', 'id migration_id sql success error timestamp'),
  tool('Gitea', 'version', 'id version', { name: 'usual', isVague: true }),
  tool('xorm', 'migrations', 'id description', { name: 'usual', isVague: true }),
  tool('Room', 'room_master_table', 'id identity_hash', { name: 'usual' }),
  tool('GRDB', 'grdb_migrations', 'identifier', { name: 'usual' }),
  tool('peewee-migrate', 'migratehistory', 'id name migrated_at', { name: 'usual' }),
  tool('sqlite-utils', '_sqlite_migrations', 'migration_set name applied_at', { name: 'usual' }),
  tool('Ecto', 'schema_migrations', 'version inserted_at', { name: 'common' }),
  tool('DbUp', 'SchemaVersions', 'schemaversionid scriptname applied', { name: 'common' }),
  tool('Home Assistant', 'schema_changes', 'change_id schema_version changed', {
    name: 'usual',
    own: ['migration_changes'],
  }),
];

interface Traits extends Omit<CodeTool, 'name' | 'history'> {
  /** `common`: the columns are others' too, and the name must speak of migrations. `usual`: it must be the usual one. */
  name?: 'common' | 'usual';
  /** Runners of one's own keep such a table under this very name. */
  isVague?: true;
}

function tool(
  called: string,
  table: string,
  columns: string,
  { name, isVague, ...more }: Traits = {},
): CodeTool {
  return {
    name: called,
    history: {
      table,
      columns: columns.split(' '),
      ...(name === 'common' && { common: true }),
      ...(name === 'usual' && { usualName: true }),
      ...(isVague && { vague: true }),
    },
    ...more,
  };
}
