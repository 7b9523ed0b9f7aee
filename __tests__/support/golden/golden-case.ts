import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from '../../../src/facts/finding.ts';
import type { RehearsalFacts } from '../../../src/facts/rehearsal/rehearsal.ts';
import type { Settings } from '../../../src/facts/settings.ts';
import { rules } from '../../../src/judge/rules/index.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';

/**
 * A folder of `__tests__/cases`, or of one layout in `__tests__/layouts`: before.sql is the database, preflight.yml what
 * the user sets. In `cases` migration.sql is what nobody keeps account of (absent: a health check); in `layouts` the
 * tool's own files are in migrations/, and its tracking rows in before.sql.
 */
export interface GoldenCase {
  /** The folder's name; of a layout's case `LAYOUT/FOLDER`. */
  name: string;
  place: string;
  schema: string;
  settings: Settings;
  truth: Truth;
  /** Absent where the case is new. */
  expected: Expected | undefined;
}

/** expected.json: what the program says, all of it. `npm run cases -- --update` writes it. */
export interface Expected {
  verdict: Verdict;
  /** In the record's order, as `formatFinding` writes them. */
  findings: string[];
}

/** truth.json: what must be true whatever the program says. A person writes it, and no program ever does. */
export interface Truth {
  /** Findings that must be there. Without an error or a warning among them the case must be cleared. */
  findings?: string[];
  /** Layout and profile that are recognised; absent where the files are refused as such. */
  recognised?: [string, string];
  applied?: number;
  /** The tool's keys, in order. */
  pending?: string[];
  outcome?: RehearsalFacts['outcome'];
  /** Queries on the migrated copy with their rows: what the tool recorded, and what stays. */
  after?: Record<string, unknown[][]>;
}

const root = join(import.meta.dirname, '../..');
export const caseFolder = join(root, 'cases');
export const layoutFolder = join(root, 'layouts');

export const caseNames: readonly string[] = foldersIn(caseFolder);
export const layoutCaseNames: readonly string[] = foldersIn(layoutFolder).flatMap((layout) =>
  foldersIn(join(layoutFolder, layout)).map((name) => `${layout}/${name}`),
);

/** The cases that are meant by a name, a layout or a path. */
export function casesNamed(given: string): string[] {
  const wanted = given.replace(/^.*__tests__\/(cases|layouts)\//, '').replace(/\/$/, '');
  return [...caseNames, ...layoutCaseNames].filter(
    (name) => name === wanted || name.startsWith(`${wanted}/`) || name.endsWith(`/${wanted}`),
  );
}

/** A golden case with its settings, read as the program reads them. */
export async function goldenCase(name: string): Promise<GoldenCase> {
  const place = placeOf(name);
  return {
    name,
    place,
    schema: readFileSync(join(place, 'before.sql'), 'utf8'),
    settings: await settingsOf(name),
    truth: truthOf(name),
    expected: expectedOf(name),
  };
}

/** What the program is expected to say; absent where the case is new. */
export function expectedOf(name: string): Expected | undefined {
  return readJson<Expected>(join(placeOf(name), 'expected.json'));
}

const TRUTHS: readonly string[] = [
  'findings',
  'recognised',
  'applied',
  'pending',
  'outcome',
  'after',
] satisfies (keyof Truth)[];

/** What must be true of the case; nothing where a case only has to be cleared. */
export function truthOf(name: string): Truth {
  const truth = readJson<Truth>(join(placeOf(name), 'truth.json')) ?? {};
  // A misspelt key would be a truth that nothing asks for.
  const unknown = Object.keys(truth).filter((key) => !TRUTHS.includes(key));
  if (unknown.length > 0) throw new Error(`truth.json of ${name} has unknown keys: ${unknown.join(', ')}`);
  return truth;
}

export function isLayoutCase(name: string): boolean {
  return name.includes('/');
}

export function placeOf(name: string): string {
  return join(isLayoutCase(name) ? layoutFolder : caseFolder, name);
}

function readJson<Content>(path: string): Content | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : undefined;
}

/** What the program is told besides the config; paths start from the case. One file alone belongs to no tool. */
export function inputsOf(name: string): Record<string, string> {
  const migrations = isLayoutCase(name) ? 'migrations' : 'migration.sql';
  return {
    database: 'before.sql',
    ...(existsSync(join(placeOf(name), migrations)) && { migrations }),
    ...(!isLayoutCase(name) && { layout: 'plain' }),
  };
}

async function settingsOf(name: string): Promise<Settings> {
  const ruleIds = rules.filter(({ allowable }) => allowable).map(({ id }) => id);
  const place = { workspace: placeOf(name), defaultOutput: tmpdir() };
  const source = { inputs: inputsOf(name), ...place, ruleIds, reportFiles: [] };
  const { settings, mistakes } = await readSettings(source);
  if (mistakes.length > 0) throw new Error(`${name}: ${JSON.stringify(mistakes)}`);
  return settings;
}

function foldersIn(place: string): string[] {
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}
