import type { ChildProcess } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { peakMemory, processorTime } from '../kit/processes.ts';
import { sample } from '../kit/sample.ts';
import { attempt } from '../kit/step.ts';
import { SMALL, workspaceWith } from '../kit/workspace.ts';
import type { Suite } from '../suite.ts';

const DEADLINE_MS = 6000;
/** Other things that the machine does must not count. */
const GRACE_MS = 120_000;
const MOST_PROCESSOR_MS = 10_000;
const MOST_MEMORY = 300_000_000;

interface Bomb {
  sql?: string;
  config?: string;
  /** More migrations, by name. */
  files?: Record<string, string>;
  prepare?(workspace: string): void;
}

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('');
const statements = (glob: string) => `checks:\n  statements: "${glob}"\n`;

/** Made only when it is tried: together they are large. */
const BOMBS: Readonly<Record<string, () => Bomb>> = {
  'unknown keys of the config': () => ({ config: many(9000, (at) => `k${at}: 1\n`) }),
  'a config of a megabyte': () => ({ config: many(90_000, (at) => `k${at}: 1\n`) }),
  'aliases of aliases': () => ({
    config: `a0: &a0 [1, 1]\n${many(40, (at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`)}`,
  }),
  'aliases side by side': () => ({ config: `a: &a 1\nb: [${'*a, '.repeat(20_000)}*a]\n` }),
  'lists in lists': () => ({ config: `a: ${'['.repeat(30_000)}${']'.repeat(30_000)}\n` }),
  'queries by the thousand': () => ({
    config: `checks:\n  queries:\n${many(3000, (at) => `    - { id: q${at}, sql: SELECT 1 }\n`)}`,
  }),
  'mistakes by the thousand': () => ({ config: `required:\n${many(5000, (at) => `  t${at}: 1\n`)}` }),
  'alternatives in a glob': () => ({ config: statements('{a,b}'.repeat(24)) }),
  'alternatives in alternatives': () => ({ config: statements('{a,{b,{c,'.repeat(200) + '}'.repeat(400)) }),
  'stars in a glob': () => ({
    config: statements(`${'*a'.repeat(300)}b`),
    files: { [`${'a'.repeat(200)}.sql`]: '' },
  }),
  'folders in a glob': () => ({ config: statements(`${'**/'.repeat(40)}x.sql`) }),
  'a pattern of expect.indexes': () => ({
    config: `expect:\n  indexes:\n    "${'%a'.repeat(40)}%b": true\n`,
    sql: `CREATE TABLE u(a); CREATE INDEX "${'a'.repeat(300)}" ON u(a);`,
  }),
  'blanks behind preflight:': () => ({ sql: `-- preflight:${' '.repeat(100_000)}a\rb\nCREATE TABLE u(a);` }),
  'blanks and comment ends': () => ({ sql: `/* preflight: ${'* '.repeat(200_000)}*/ CREATE TABLE u(a);` }),
  'allowances by the thousand': () => ({ sql: many(20_000, () => '-- preflight: allow rows-lost: no\n') }),
  'open parentheses': () => ({ sql: `SELECT ${'a('.repeat(40_000)}` }),
  'nested queries': () => ({ sql: `${'WITH a AS ('.repeat(20_000)}` }),
  'tables made and dropped': () => ({
    sql: many(60_000, (at) => `CREATE TABLE a${at}(x); DROP TABLE a${at};\n`),
  }),
  'empty statements': () => ({ sql: ';'.repeat(3_000_000) }),
  'an open quote': () => ({ sql: `SELECT '${"x''".repeat(2_000_000)}` }),
  'comments in comments': () => ({ sql: `${'/* -- '.repeat(1_000_000)}*/ CREATE TABLE u(a);` }),
  'one long statement': () => ({ sql: `INSERT INTO t(v) VALUES ${'(1),'.repeat(1_000_000)}(2);` }),
  'a trigger of many words': () => ({
    sql: `CREATE TRIGGER g AFTER UPDATE ON t BEGIN ${'SELECT CASE WHEN 1 THEN 2 END; '.repeat(50_000)} END;`,
  }),
  'ten thousand files': () => ({
    files: Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`m/${at + 2}.sql`, 'SELECT 1;\n'])),
  }),
  'links in diamonds': () => ({ prepare: diamonds }),
  'a link to everything': () => ({ prepare: (workspace) => symlinkSync('/', join(workspace, 'm/all')) }),
  'a link in a circle': () => ({ prepare: (workspace) => symlinkSync('.', join(workspace, 'm/again')) }),
};

function diamonds(workspace: string): void {
  const depth = 18;
  for (let level = 0; level <= depth; level += 1) mkdirSync(join(workspace, `m/d${level}`));
  for (let level = 0; level < depth; level += 1)
    for (const side of ['a', 'b']) symlinkSync(`../d${level + 1}`, join(workspace, `m/d${level}/${side}`));
}

export const bombs: Suite = {
  name: 'bombs',
  title: 'Text that takes for ever to read',
  promise: `What a pull request writes takes the program no more than time and memory in proportion to its size: it ends by itself, and the process that reads the text stays below ${MOST_MEMORY / 1e6} MB and ${MOST_PROCESSOR_MS / 1000} seconds of processor time.`,
  method: `${Object.keys(BOMBS).length} kinds of text made to blow up its reader: YAML, globs, patterns, comments, statements, files and links, each with a deadline of ${DEADLINE_MS / 1000} seconds. Memory and processor time are read from /proc while the program runs.`,
  count: Object.keys(BOMBS).length,
  missing: () =>
    process.platform === 'linux' ? undefined : 'memory is read from /proc, which only Linux has',
  async cases({ seed, count }) {
    return sample(Object.entries(BOMBS), count, seed).map(([name, make]) => ({
      name,
      run: (place) => tryBomb(place, make()),
    }));
  },
};

async function tryBomb(place: string, bomb: Bomb): Promise<string[]> {
  const { sql = 'CREATE TABLE u(a);', config, files = {}, prepare } = bomb;
  const workspace = workspaceWith(place, {
    database: SMALL,
    files: { 'm/1.sql': sql, ...files, ...(config !== undefined && { 'preflight.yml': config }) },
  });
  prepare?.(workspace);
  let [peak, processorMs] = [0, 0];
  let watch: NodeJS.Timeout | undefined;
  const { problems } = await attempt({
    place,
    workspace,
    inputs: {
      database: 'app.db',
      migrations: 'm',
      rehearse: 'none',
      'timeout-minutes': String(DEADLINE_MS / 60_000),
    },
    limitMs: DEADLINE_MS + GRACE_MS,
    started(child: ChildProcess) {
      watch = setInterval(() => {
        peak = Math.max(peak, peakMemory(child.pid ?? 0));
        processorMs = Math.max(processorMs, processorTime(child.pid ?? 0));
      }, 50);
    },
  });
  clearInterval(watch);
  return [
    ...problems,
    ...(peak > MOST_MEMORY ? [`it took ${Math.round(peak / 1e6)} MB`] : []),
    ...(processorMs > MOST_PROCESSOR_MS ? [`it worked for ${processorMs} ms`] : []),
  ];
}
