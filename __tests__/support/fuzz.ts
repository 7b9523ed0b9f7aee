import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { compare } from '../../src/engine/compare/compare.ts';
import { type Rules, SOUND } from '../../src/engine/compare/pages/evidence.ts';
import type { TableChange } from '../../src/facts/changes.ts';
import { namesOf } from '../../src/plan/names.ts';
import { splitStatements } from '../../src/plan/statements.ts';
import { type Random, randomFrom } from './random.ts';
import { createFile, fillDatabase } from './random-database.ts';
import { migrate } from './random-migration.ts';
import { openQuickly } from './scratch.ts';

/** What came of one random database and one random migration of it. */
export interface FuzzOutcome {
  /** By pages and records where they can, and by strict SQL alone. */
  proven: TableChange[];
  strict: TableChange[];
  sql: string[];
}

/** Builds the database of `seed` in `folder`, migrates a copy, and compares the two both ways. */
export function fuzzOnce(folder: string, seed: number, rules: Rules = SOUND): FuzzOutcome {
  const random = randomFrom(seed);
  const before = join(folder, `before-${seed}.db`);
  const after = join(folder, `after-${seed}.db`);
  try {
    const sql = build(before, after, random);
    const request = {
      before,
      after,
      executed: sql.flatMap((text) => splitStatements(text)).flatMap(({ sql: one }) => namesOf(one)),
    };
    const strict = compare(request, 'sql').changes.tables;
    return { strict, proven: compare(request, rules).changes.tables, sql };
  } finally {
    for (const path of [before, after]) rmSync(path, { force: true });
  }
}

function build(before: string, after: string, random: Random): string[] {
  const pageSize = createFile(before, random);
  const tables = withFile(before, (db) => {
    const made = fillDatabase(db, random, pageSize);
    // A past: short records, free pages that keep their bytes.
    if (random.chance(0.5)) migrate(db, random, made, pageSize);
    return made;
  });
  copyFileSync(before, after);
  return withFile(after, (db) => migrate(db, random, tables, pageSize));
}

function withFile<Result>(path: string, act: (db: Database.Database) => Result): Result {
  const db = openQuickly(path);
  try {
    return act(db);
  } finally {
    db.close();
  }
}

/** The tables without the way in which they were proven. */
export function withoutProof(tables: readonly TableChange[]): Omit<TableChange, 'proof'>[] {
  return tables.map(({ proof: _, ...table }) => table);
}
