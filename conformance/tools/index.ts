import type { Tool } from '../tool.ts';
import { d1 } from './d1.ts';
import { dbmate } from './dbmate.ts';
import { drizzle, drizzleOnLibsql } from './drizzle.ts';
import { prisma } from './prisma.ts';
import { sqlMigrate } from './sql-migrate.ts';

/** A tool is its file and this line. */
export const tools: readonly Tool[] = [drizzle, drizzleOnLibsql, prisma, d1, dbmate, sqlMigrate];

/** What cannot be had from npm or from Debian, and where its behaviour was read instead. */
export const notRun: readonly { name: string; source: string }[] = [
  {
    name: 'goose',
    source:
      'pressly/goose: cmd/goose/main.go, migrate.go, up.go, migration.go, migration_sql.go, internal/sqlparser, internal/dialects/sqlite3.go',
  },
  {
    name: 'golang-migrate',
    source:
      'golang-migrate/migrate: source/parse.go, source/iofs/iofs.go, migrate.go, database/sqlite3/sqlite3.go',
  },
  {
    name: 'sqlx',
    source: 'launchbadge/sqlx: sqlx-cli/src/migrate.rs, sqlx-core/src/migrate, sqlx-sqlite/src/migrate.rs',
  },
  { name: 'diesel', source: 'diesel-rs/diesel: diesel_migrations, diesel/src/migration' },
];

/** They run as themselves, by `command`: there is no rehearsal of ours to compare them with. */
export const byCommand: readonly string[] = ['Knex', 'TypeORM', 'Alembic', 'Django'];
