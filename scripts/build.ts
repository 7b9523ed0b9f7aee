/** Compiles src to lib and bundles the three entries into dist, from nothing: what is not made here is not in dist. */
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licensesIn } from './build/licenses.ts';
import { namesFrom, renamed, type Stats } from './build/stable-names.ts';

const STATS = 'lib/stats.json';

function run(command: string, ...args: string[]): void {
  execFileSync(process.execPath, [`node_modules/${command}`, ...args], { stdio: 'inherit' });
}

function bundle(entry: string, folder: string): void {
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    `lib/${entry}.js`,
    '-o',
    folder,
    '--stats-out',
    STATS,
    '--quiet',
  );
  const stats = JSON.parse(readFileSync(STATS, 'utf8')) as Stats;
  writeFileSync(join(folder, 'licenses.txt'), licensesIn(stats, '.'));
  const names = namesFrom(stats);
  for (const [file, name] of names.files) {
    const path = join(folder, file);
    writeFileSync(path, renamed(readFileSync(path, 'utf8'), names));
    renameSync(path, join(folder, name));
  }
}

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.json');
const entries = { index: 'dist', cli: 'dist/cli', 'engine/task': 'dist/engine' };
for (const [entry, folder] of Object.entries(entries)) bundle(entry, folder);
