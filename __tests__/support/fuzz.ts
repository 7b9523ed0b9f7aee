import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { compare } from '../../src/engine/compare/compare.ts';
import type { TableChange } from '../../src/facts/changes.ts';
import { splitStatements } from '../../src/statements/split.ts';
import { namesOf } from '../../src/statements/targets.ts';
import { compareBySql } from './compare-by-sql.ts';
import { type Random, randomFrom } from './random.ts';
import { createFile, fillDatabase, type RandomTable } from './random-database.ts';
import { migrate, tell } from './random-migration.ts';
import { STORIES } from './random-stories.ts';
import { openQuickly } from './scratch.ts';

/** What came of one random database and one random migration of it. */
export interface FuzzOutcome {
  /** By pages and records where they can, and by strict SQL alone. */
  proven: TableChange[];
  strict: TableChange[];
  sql: string[];
}

/** Builds the database of `seed` in `folder`, migrates a copy, and compares the two both ways. */
export function fuzzOnce(folder: string, seed: number): FuzzOutcome {
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
    return { strict: compareBySql(request).tables, proven: compare(request).changes.tables, sql };
  } finally {
    for (const path of [before, after]) rmSync(path, { force: true });
  }
}

function build(before: string, after: string, random: Random): string[] {
  const pageSize = createFile(before, random);
  const { tables, told } = withFile(before, (db) => {
    const made = fillDatabase(db, random, pageSize);
    // A past: short records, free pages that keep their bytes.
    if (random.chance(0.5)) migrate(db, random, made, pageSize);
    const chosen = random.chance(0.25) ? storyOf(random, made, pageSize) : undefined;
    if (chosen !== undefined) tell(chosen.story.past, db, random, chosen.table, pageSize);
    return { tables: made, told: chosen };
  });
  copyFileSync(before, after);
  return withFile(after, (db) => {
    if (told === undefined) return migrate(db, random, tables, pageSize);
    const ran = tell(told.story.migration, db, random, told.table, pageSize);
    return random.chance(0.7) ? ran : [...ran, ...migrate(db, random, tables, pageSize)];
  });
}

/** A story and the table that it is told of; `undefined` where it can be told of none. */
function storyOf(random: Random, tables: readonly RandomTable[], pageSize: number) {
  const story = random.pick(STORIES);
  const table = tables.find((one) => story.suits?.(one, pageSize) ?? true);
  return table && { story, table };
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
export function withoutProof(tables: readonly TableChange[]): Omit<TableChange, 'proof' | 'newColumns'>[] {
  // Where pages prove a table, its new columns hold defaults alone, and nobody counts them.
  return tables.map(({ proof: _, newColumns: __, ...table }) => table);
}
