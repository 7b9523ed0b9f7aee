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
}

/** Tools that are known by their history table, and rehearsed with `command`. */
export const codeTools: readonly CodeTool[] = [
  { name: 'Rails', history: shape('schema_migrations', 'version'), beside: 'ar_internal_metadata' },
  { name: 'Drizzle 1.0', history: shape('__drizzle_migrations', 'id hash created_at name applied_at') },
  { name: 'Django', history: shape('django_migrations', 'id app name applied') },
  { name: 'Alembic', history: shape('alembic_version', 'version_num') },
  {
    name: 'Knex',
    history: shape('knex_migrations', 'id name batch migration_time'),
    own: ['knex_migrations_lock'],
  },
  {
    name: 'TypeORM',
    history: { ...shape('migrations', 'id timestamp name'), common: true },
    own: ['typeorm_metadata'],
  },
  { name: 'Laravel', history: { ...shape('migrations', 'id migration batch'), common: true } },
  { name: 'Sequelize', history: { ...shape('SequelizeMeta', 'name'), common: true } },
  {
    name: 'EF Core',
    history: shape('__EFMigrationsHistory', 'migrationid productversion'),
    own: ['__EFMigrationsLock'],
  },
  {
    name: 'Kysely',
    history: { ...shape('kysely_migration', 'name timestamp'), common: true },
    own: ['kysely_migration_lock'],
  },
  {
    name: 'yoyo',
    history: shape('_yoyo_migration', 'migration_hash migration_id applied_at_utc'),
    own: ['_yoyo_log', '_yoyo_version', 'yoyo_lock'],
  },
  { name: 'refinery', history: shape('refinery_schema_history', 'version name applied_on checksum') },
  {
    name: 'Atlas',
    history: shape(
      'atlas_schema_revisions',
      'version description type applied total executed_at execution_time error error_stmt hash partial_hashes operator_version',
    ),
  },
  {
    name: 'Flyway',
    history: shape(
      'flyway_schema_history',
      'installed_rank version description type script checksum installed_by installed_on execution_time success',
    ),
  },
  {
    name: 'Liquibase',
    history: shape(
      'DATABASECHANGELOG',
      'id author filename dateexecuted orderexecuted exectype md5sum description comments tag liquibase contexts labels deployment_id',
    ),
    own: ['DATABASECHANGELOGLOCK'],
  },
  { name: 'mautrix', history: { ...shape('version', 'version compat'), common: true } },
  { name: 'morph', history: { ...shape('schema_migrations', 'version name'), common: true } },
];

function shape(table: string, columns: string): HistoryShape {
  return { table, columns: columns.split(' ') };
}
