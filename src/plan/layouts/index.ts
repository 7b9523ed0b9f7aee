import type { Layout } from '../layout-kit/layout.ts';
import { d1 } from './d1.ts';
import { dbmate } from './dbmate.ts';
import { diesel } from './diesel.ts';
import { drizzle } from './drizzle.ts';
import { drizzle1 } from './drizzle-1.ts';
import { golangMigrate } from './golang-migrate.ts';
import { goose } from './goose.ts';
import { plain } from './plain.ts';
import { prisma } from './prisma.ts';
import { sqlMigrate } from './sql-migrate.ts';
import { sqlx } from './sqlx.ts';
import { userVersion } from './user-version.ts';

/**
 * Every layout, the most particular first: the first that claims the files has them. A layout is its file, this line,
 * its test, its golden cases and its page in docs/recipes.
 */
export const layouts: readonly Layout[] = [
  d1,
  drizzle,
  drizzle1,
  prisma,
  goose,
  dbmate,
  sqlMigrate,
  userVersion,
  golangMigrate,
  diesel,
  sqlx,
  plain,
];
