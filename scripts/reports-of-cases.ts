/**
 * Writes everything that the bundle of a checkout says of every golden case into a folder, durations masked, so that two
 * commits can be compared with `diff -r`: `npm run reports -- FOLDER [CHECKOUT]`.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { caseNames, inputsOf, layoutCaseNames, placeOf } from '../__tests__/support/golden/golden-case.ts';
import { formats } from '../src/report/formats/index.ts';

const root = join(import.meta.dirname, '..');

/** The case in a folder of its own: `snapshot.db`, or the dump where plain SQL cannot make it. */
function laidOut(name: string, folder: string): Record<string, string> {
  cpSync(placeOf(name), folder, { recursive: true });
  return { ...inputsOf(name), database: snapshot(folder) };
}

function snapshot(folder: string): string {
  const database = new DatabaseSync(join(folder, 'snapshot.db'), { enableForeignKeyConstraints: false });
  try {
    database.exec(readFileSync(join(folder, 'before.sql'), 'utf8'));
    return 'snapshot.db';
  } catch {
    return 'before.sql';
  } finally {
    database.close();
  }
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

async function reportsOf(checkout: string, name: string, target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-case-'));
  try {
    const inputs = laidOut(name, folder);
    mkdirSync(target, { recursive: true });
    for (const file of ['summary.md', 'outputs.txt']) writeFileSync(join(folder, file), '');
    const set = Object.entries(inputs).map(
      ([input, value]) => [`INPUT_${input.toUpperCase()}`, value] as const,
    );
    const log = await run(checkout, 'index.js', [], folder, {
      ...Object.fromEntries(set),
      INPUT_OUTPUT: 'out',
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_OUTPUT: join(folder, 'outputs.txt'),
    });
    const flags = Object.entries(inputs).map(([input, value]) => `--${input}=${value}`);
    const terminal = await run(checkout, 'cli/index.js', [...flags, '--output=out-terminal'], folder, {});
    const texts = { 'log.txt': log, 'terminal.txt': terminal };
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(target, file), masked(text, folder));
    const files = {
      'summary.md': 'summary.md',
      'outputs.txt': 'outputs.txt',
      ...Object.fromEntries(formats.map((format) => [format.file, `out/${format.file}`])),
    };
    for (const [copy, file] of Object.entries(files)) {
      const text = existsSync(join(folder, file))
        ? readFileSync(join(folder, file), 'utf8')
        : 'not written\n';
      writeFileSync(join(target, copy), masked(text, folder));
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
const waiting = [...caseNames, ...layoutCaseNames];
console.log(`${waiting.length} cases, from the bundle in ${resolve(checkout)}`);
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      await reportsOf(resolve(checkout), name, join(resolve(target), name));
  }),
);
