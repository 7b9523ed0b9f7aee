import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { findPackage, packageFile, runProgram } from '../load.ts';
import { fileOf, quotedText } from '../scenarios.ts';
import type { Migration, Tool, ToolRun } from '../tool.ts';

const STATE = '.wrangler/state/v3/d1/miniflare-D1DatabaseObject';

let fileName: string | undefined;

/** `wrangler d1 migrations apply --local`: the engine is the one that Cloudflare runs, its database a local file. */
export const d1: Tool = {
  name: 'wrangler d1 migrations apply --local',
  layout: 'd1',
  note: 'Its local engine is run; `--remote` was not measured.',
  find: () => findPackage('wrangler'),
  files: (migrations) =>
    Object.fromEntries(migrations.map((one) => [pathOf(one), one.text ?? `${one.statements.join('\n')}\n`])),
  async run(path, folder, scratch) {
    fileName ??= nameOfDatabase();
    prepare(scratch);
    cpSync(folder, join(scratch, 'migrations'), { recursive: true });
    mkdirSync(join(scratch, STATE), { recursive: true });
    const local = join(scratch, STATE, fileName);
    checkpointed(path);
    copyFileSync(path, local);
    const run = wrangler(scratch, 'migrations', 'apply', 'app', '--local');
    checkpointed(local);
    copyFileSync(local, path);
    return run;
  },
  volatile: { applied_at: 'type' },
  hidden: ['_cf_METADATA', '_cf_KV'],
  scenarios: [
    fileOf('no semicolon at the end', 'CREATE TABLE a (id INTEGER)'),
    fileOf('a comment at the end', 'CREATE TABLE a (id INTEGER); -- made'),
    fileOf('a transaction of its own', 'BEGIN TRANSACTION;\nCREATE TABLE a (id INTEGER);\nCOMMIT;\n'),
    fileOf(
      'two transactions of its own',
      'BEGIN TRANSACTION;\nCREATE TABLE a (id INTEGER);\nCOMMIT;\nBEGIN TRANSACTION;\nCOMMIT;\n',
    ),
    fileOf('a savepoint', 'CREATE TABLE a (id INTEGER);\nSAVEPOINT s;\nRELEASE s;\n'),
    fileOf('a pragma that D1 forbids', 'CREATE TABLE a (id INTEGER);\nPRAGMA user_version = 7;\n'),
    fileOf('a temporary table', 'CREATE TABLE a (id INTEGER);\nCREATE TEMP TABLE b (id INTEGER);\n'),
    fileOf(
      'deferred foreign keys, and a parent that is gone',
      'PRAGMA defer_foreign_keys=on;\nINSERT INTO books (id, author_id) VALUES (12, 99);\n',
    ),
    quotedText(),
    fileOf('six terms of a compound SELECT', `INSERT INTO authors (name) ${terms(6)};\n`),
    fileOf('five terms of a compound SELECT', `INSERT INTO authors (name) ${terms(5)};\n`),
    fileOf('600 rows of VALUES', `INSERT INTO authors (name) VALUES ${Array(600).fill("('c')").join()};\n`),
    fileOf('101 columns', `CREATE TABLE wide (${columns(101)});\n`),
    fileOf('100 columns', `CREATE TABLE wide (${columns(100)});\n`),
    fileOf('a pattern of 51 bytes', `DELETE FROM books WHERE title LIKE '${'a'.repeat(51)}';\n`),
    fileOf('a pattern of 50 bytes', `DELETE FROM books WHERE title LIKE '${'a'.repeat(50)}';\n`),
    fileOf('an expression 101 deep', `UPDATE books SET title = ${Array(101).fill('1').join('+')};\n`),
    fileOf('an expression 99 deep', `UPDATE books SET title = ${Array(99).fill('1').join('+')};\n`),
    fileOf('128 arguments of a function', `UPDATE books SET title = max(${Array(128).fill('1').join()});\n`),
    fileOf('127 arguments of a function', `UPDATE books SET title = max(${Array(127).fill('1').join()});\n`),
    fileOf('a statement of 100,001 bytes', textOf(100_001)),
    fileOf('a statement of 100,000 bytes', textOf(100_000)),
  ],
};

function terms(count: number): string {
  return Array.from({ length: count }, (_, at) => `SELECT 'n${at}'`).join(' UNION ALL ');
}

function columns(count: number): string {
  return Array.from({ length: count }, (_, at) => `c${at}`).join();
}

/** A statement of so many bytes, its semicolon included. */
function textOf(bytes: number): string {
  const [head, tail] = ["UPDATE books SET title = '", "';"];
  return `${head}${'x'.repeat(bytes - head.length - tail.length)}${tail}\n`;
}

function pathOf({ number, name }: Migration): string {
  return `${String(number).padStart(4, '0')}_${name}.sql`;
}

function prepare(folder: string): void {
  const binding = { binding: 'DB', database_name: 'app', database_id: 'app' };
  const config = { name: 'app', compatibility_date: '2025-01-01', d1_databases: [binding] };
  writeFileSync(join(folder, 'wrangler.json'), JSON.stringify(config));
}

/** wrangler derives it from the id of the database. */
function nameOfDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-d1-'));
  prepare(folder);
  wrangler(folder, 'execute', 'app', '--local', '--command', 'SELECT 1');
  const made = readdirSync(join(folder, STATE)).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
  if (made === undefined) throw new Error(`wrangler made no database in ${join(folder, STATE)}`);
  return made;
}

function wrangler(folder: string, ...given: string[]): ToolRun {
  const program = packageFile('wrangler', 'bin', 'wrangler.js');
  return runProgram(process.execPath, [program, 'd1', ...given], folder, { WRANGLER_SEND_METRICS: 'false' });
}

/** Everything in one file. */
function checkpointed(path: string): void {
  const db = new Database(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
