import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';
import { assignmentOf, folderOf } from '../support/plans.ts';
import { judged, settingsWith } from '../support/preflight.ts';
import { databaseFrom, scratchFolder, sha256, writeText } from '../support/scratch.ts';

const folder = scratchFolder();
const engine = join(import.meta.dirname, '../support/engine.ts');
const PAGE = 512;

/** Some pages of each kind: leaves and inner nodes of tables and of indexes, overflow pages, a search index. */
const SCHEMA = `PRAGMA page_size=${PAGE}; CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, n INT CHECK (n > 0));
  WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 300)
  INSERT INTO t SELECT i, 'name ' || i, i FROM c;
  CREATE INDEX names ON t(name); CREATE TABLE k(id INTEGER PRIMARY KEY, t REFERENCES t(id) ON DELETE CASCADE);
  INSERT INTO k SELECT id, id FROM t; CREATE TABLE large(b); INSERT INTO large VALUES (zeroblob(3000));
  CREATE VIRTUAL TABLE s USING fts5(name, content='t', content_rowid='id'); INSERT INTO s(s) VALUES ('rebuild');
  CREATE TABLE w(a TEXT PRIMARY KEY, b) WITHOUT ROWID; INSERT INTO w SELECT name, n FROM t;`;
/** Cleared where the database is sound. */
const MIGRATION = `CREATE TABLE made(a); INSERT INTO made SELECT name FROM t; CREATE INDEX made_a ON made(a);
  ALTER TABLE k ADD COLUMN note;`;

const KINDS = { 13: 'table leaf', 5: 'inner table page', 10: 'index leaf', 2: 'inner index page' } as const;

interface Damaged {
  name: string;
  path: string;
  hash: string;
  sound: boolean;
}

/** Small and the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function damaged(name: string, bytes: Buffer): Damaged {
  const path = writeText(mkdtempSync(join(folder, 'damaged-')), 'app.db', bytes);
  return { name, path, hash: sha256(path), sound: isSound(path) };
}

function isSound(path: string): boolean {
  try {
    const db = new Database(path, { readonly: true });
    try {
      return db.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Pages of each kind with bytes flipped at the front, in the cell pointers and anywhere; cut files; a wild header. */
function damagedDatabases(): Damaged[] {
  const whole = readFileSync(databaseFrom(folder, SCHEMA));
  const random = randomFrom(7);
  const pages = Array.from({ length: whole.length / PAGE - 1 }, (_, at) => at + 1);
  const flipped = Object.entries(KINDS).flatMap(([mark, kind]) => {
    const own = pages.filter((page) => whole[page * PAGE] === Number(mark));
    expect(own.length).toBeGreaterThan(0);
    return ([8, 40, PAGE] as const).flatMap((range) =>
      [1, 2].map((round) => {
        const bytes = Buffer.from(whole);
        const page = own[random(own.length)] ?? 0;
        for (let count = 0; count < round * 3; count += 1) {
          const at = page * PAGE + random(range);
          bytes[at] = (bytes[at] ?? 0) ^ (1 + random(255));
        }
        return damaged(`${kind}, ${round * 3} of the first ${range} bytes`, bytes);
      }),
    );
  });
  const cut = [1, 2, 3, 10].map((pagesLeft) =>
    damaged(`${pagesLeft} pages left`, whole.subarray(0, pagesLeft * PAGE)),
  );
  const uneven = damaged('cut inside of a page', whole.subarray(0, whole.length - 100));
  const wild = [16, 20, 28, 32, 36, 44, 56].map((at) => {
    const bytes = Buffer.from(whole);
    bytes.fill(0x5a, at, at + 2);
    return damaged(`header at ${at}`, bytes);
  });
  return [damaged('nothing is damaged', whole), ...flipped, ...cut, uneven, ...wild];
}

/** All of them in one run, with a migration or as a health check. */
async function preflights(databases: readonly Damaged[], migrate: boolean): Promise<DatabaseFacts[]> {
  const place = mkdtempSync(join(folder, 'run-'));
  const output = join(place, 'output');
  mkdirSync(output);
  const { signal } = new AbortController();
  const supervisor = new Supervisor({ engine, temp: join(place, 'temp'), signal });
  const profile = { name: 'transaction', foreignKeys: 'auto' } as const;
  const assignment = assignmentOf(folderOf({ 'm.sql': MIGRATION }), { profile });
  try {
    return await supervisor.run(
      databases.map(({ path }, at) => ({
        ...{
          snapshot: path,
          name: `${at}.db`,
          migrated: `${at}.migrated.db`,
          samples: 'none' as const,
          output,
        },
        rehearse: [],
        checks: settingsWith().checks,
        ...(migrate && { assignment }),
      })),
      120_000,
    );
  } finally {
    await supervisor.close();
  }
}

describe.each([
  ['a migration', true],
  ['a health check', false],
])('%s of a damaged database', (_, migrate) => {
  const databases = damagedDatabases();
  let all: DatabaseFacts[] = [];

  beforeAll(async () => {
    all = await preflights(databases, migrate);
  }, 180_000);

  it('is tried with many that are damaged', () => {
    expect(databases.filter(({ sound }) => !sound).length).toBeGreaterThan(20);
  });

  it.each(databases.map(({ name }, at) => [name, at] as const))(
    'ends, is never cleared and leaves the snapshot as it was: %s',
    (_name, at) => {
      const { sound, path, hash } = databases[at] as Damaged;
      const facts = all[at] as DatabaseFacts;
      const { verdict } = judged(facts);
      expect(facts.incidents.filter(({ kind }) => kind === 'timeout' || kind === 'crash')).toEqual([]);
      if (at === 0) expect(verdict).toBe('cleared');
      if (!sound) expect(['blocked', 'failed']).toContain(verdict);
      expect(sha256(path)).toBe(hash);
    },
  );
});
