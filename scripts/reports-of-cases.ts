/**
 * Writes everything that the bundle of a checkout says of every golden case into a folder, durations masked, so that two
 * commits can be compared with `diff -r`: `npm run reports -- FOLDER [CHECKOUT]`.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { laidOut } from './cases/lay-out.ts';

const root = join(import.meta.dirname, '..');

interface Case {
  name: string;
  place: string;
  /** Flags of the terminal and inputs of the action. */
  inputs: Record<string, string>;
}

interface Expected {
  layout?: string | { name: string; table?: string };
  profile?: string;
  foreignKeys?: boolean;
}

/** What a case sets beyond its config; what inputs cannot say (allowances, expectations) stands in its files. */
function inputsOf({ layout, profile, foreignKeys }: Expected, fallback: Record<string, string>) {
  return {
    ...fallback,
    ...(typeof layout === 'string' && { layout }),
    ...(profile !== undefined && { profile }),
    ...(foreignKeys !== undefined && { 'foreign-keys': foreignKeys ? 'on' : 'off' }),
  };
}

function cases(): Case[] {
  const under = (folder: string) =>
    readdirSync(join(root, '__tests__', folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`);
  const names = [...under('cases'), ...under('layouts').flatMap(under)];
  return names.flatMap((name) => {
    const place = join(root, '__tests__', name);
    if (!existsSync(join(place, 'expected.json'))) return [];
    const expected = JSON.parse(readFileSync(join(place, 'expected.json'), 'utf8')) as Expected;
    const isPlain = name.startsWith('cases/') && !existsSync(join(place, 'preflight.yml'));
    return [{ name, place, inputs: inputsOf(expected, isPlain ? { layout: 'plain' } : {}) }];
  });
}

async function run(
  checkout: string,
  entry: string,
  flags: string[],
  folder: string,
  env: Record<string, string>,
) {
  const child = spawn(process.execPath, [join(checkout, 'dist', entry), ...flags], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => parts.push(String(data)));
  const code = await new Promise((done) => child.on('close', done));
  return `${parts.join('')}\nexit code ${code}\n`;
}

async function reportsOf(checkout: string, one: Case, target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-case-'));
  try {
    const inputs = { ...laidOut(one.place, folder), ...one.inputs };
    mkdirSync(target, { recursive: true });
    for (const file of ['summary.md', 'outputs.txt']) writeFileSync(join(folder, file), '');
    const set = Object.entries(inputs).map(
      ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
    );
    const log = await run(checkout, 'index.js', [], folder, {
      ...Object.fromEntries(set),
      INPUT_OUTPUT: 'out',
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_OUTPUT: join(folder, 'outputs.txt'),
    });
    const flags = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
    const terminal = await run(checkout, 'cli/index.js', [...flags, '--output=out-terminal'], folder, {});
    const texts = { 'log.txt': log, 'terminal.txt': terminal };
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(target, name), masked(text, folder));
    const files = {
      'summary.md': 'summary.md',
      'outputs.txt': 'outputs.txt',
      'report.md': 'out/report.md',
      'report.json': 'out/report.json',
    };
    for (const [name, file] of Object.entries(files)) {
      const text = existsSync(join(folder, file))
        ? readFileSync(join(folder, file), 'utf8')
        : 'not written\n';
      writeFileSync(join(target, name), masked(text, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Durations, dates, hashes of copies and random delimiters are of the moment; everything else must repeat. */
function masked(text: string, folder: string): string {
  return text
    .replaceAll(folder, 'CASE')
    .replace(/\d+ min( \d+ s)?/g, 'DURATION')
    .replace(/\b\d[\d,]*(\.\d+)? (ms|s)\b/g, 'DURATION')
    .replace(
      /("(?:ms|longestWriteMs|copy|healthBefore|rehearsal|healthAfter|schemaDiff|dataDiff|locate|further|total)": )\d+(\.\d+)?/g,
      '$1DURATION',
    )
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)? UTC/g, 'TIME')
    .replace(/\b[0-9a-f]{64}\b/g, 'SHA256')
    .replace(/ghadelimiter_[0-9a-f-]+/g, 'DELIMITER');
}

const [target = '', checkout = root] = process.argv.slice(2);
if (target === '') throw new Error('Name the folder to write to: npm run reports -- FOLDER [CHECKOUT]');
const waiting = cases();
console.log(`${waiting.length} cases, from the bundle in ${resolve(checkout)}`);
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      await reportsOf(resolve(checkout), one, join(resolve(target), one.name));
  }),
);
