import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { makeDatabase } from '../../examples/fractal-goals/make-database.ts';
import { layouts } from '../../src/plan/layouts/index.ts';
import { runAction } from '../support/action.ts';
import { steps } from '../support/examples.ts';
import { expectedOf, layoutCaseNames, placeOf, truthOf } from '../support/golden/golden-case.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Every step of the README and the docs runs as it stands there. */
const root = join(import.meta.dirname, '../..');
const folder = scratchFolder();

it.each(steps)('the step at %s clears the example', async (place, given) => {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  const { make, migrations } = fixtureOf(place, given.command !== undefined);
  for (const name of String(given.database).trim().split('\n'))
    provide(workspace, name.replace('*', 'one'), make);
  if (given.migrations !== undefined)
    cpSync(migrations, join(workspace, String(given.migrations)), { recursive: true });
  const env = given.command === undefined ? {} : provideTools(workspace);
  const inputs = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const { exitCode, outputs } = await runAction({
    entry: join(root, 'dist/index.js'),
    folder,
    workspace,
    inputs,
    env,
  });
  expect([exitCode, outputs.verdict]).toEqual([0, 'cleared']);
});

const SMALL = 'BEGIN; ALTER TABLE goals ADD COLUMN note; CREATE INDEX goals_note ON goals(note); COMMIT;';

/** Every program of a `command`, as one that migrates what DATABASE_URL leads to with real SQL, whatever its arguments. */
function provideTools(workspace: string): Record<string, string> {
  const bin = join(workspace, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = `#!${process.execPath}
const { DatabaseSync } = require('node:sqlite');
const path = process.env.DATABASE_URL.slice(process.env.DATABASE_URL.indexOf(process.env.DATABASE_PATH));
new DatabaseSync(path).exec('${SMALL}');
`;
  for (const name of ['alembic', 'npx', 'python3', 'rails']) {
    writeFileSync(join(bin, name), program, { mode: 0o755 });
  }
  return { PATH: `${bin}:${process.env.PATH}` };
}

const EXAMPLE = join(root, 'examples/fractal-goals/migrations/fixed');

function smallMigration(): string {
  const place = mkdtempSync(join(folder, 'migrations-'));
  writeFileSync(join(place, '0001_note.sql'), SMALL);
  return place;
}

interface Fixture {
  make: (path: string) => void;
  /** A folder. */
  migrations: string;
}

/**
 * What an example works on. The page of a layout works on a golden case of that layout in which something is pending
 * and nothing is found; the README on the example, and any other page, or a command, on its database with a small
 * migration: what else is rehearsed of the example's own takes seconds.
 */
function fixtureOf(place: string, hasCommand: boolean): Fixture {
  const page = basename(place.replace(/:\d+$/, ''), '.md');
  if (page === 'README') return { make: makeDatabase, migrations: EXAMPLE };
  if (hasCommand || !layouts.some(({ name }) => name === page))
    return { make: makeDatabase, migrations: smallMigration() };
  const found = layoutCaseNames.find((name) => {
    const isRecognised = !existsSync(join(placeOf(name), 'preflight.yml'));
    const isClean = expectedOf(name)?.findings.length === 0;
    const { pending = [] } = truthOf(name);
    return name.startsWith(`${page}/`) && isRecognised && isClean && pending.length > 0;
  });
  if (found === undefined) throw new Error(`${place}: no golden case of ${page} is as its page says`);
  const schema = readFileSync(join(placeOf(found), 'before.sql'), 'utf8');
  return {
    make: (path) => new Database(path).exec(schema).close(),
    migrations: join(placeOf(found), 'migrations'),
  };
}

/** The example's database under a name of the docs, packed or dumped as the name says. */
function provide(workspace: string, name: string, make: Fixture['make']): void {
  const path = join(workspace, name);
  mkdirSync(dirname(path), { recursive: true });
  const database = join(mkdtempSync(join(folder, 'database-')), 'goals.db');
  make(database);
  if (name.endsWith('.zst')) writeFileSync(path, zstdCompressSync(readFileSync(database)));
  else if (name.endsWith('.sql')) writeFileSync(path, dump(database));
  else cpSync(database, path);
}

function dump(database: string): string {
  const db = new Database(database, { readonly: true });
  const all = (sql: string) => db.prepare(sql).pluck().all() as string[];
  const own = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
  const schema = all(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND ${own} ORDER BY rootpage`);
  const rows = all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND ${own}`).flatMap((table) => {
    const columns = all(`SELECT name FROM pragma_table_info('${table}')`);
    const values = columns.map((column) => `quote("${column}")`).join(" || ',' || ");
    return all(`SELECT 'INSERT INTO "${table}" VALUES(' || ${values} || ')' FROM "${table}"`);
  });
  db.close();
  return [...schema, ...rows].map((statement) => `${statement};\n`).join('');
}
