// Compiles src to lib and bundles the three entries into dist, from nothing: what is not made here is not in dist.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const run = (command, ...args) =>
  execFileSync(process.execPath, [`node_modules/${command}`, ...args], { stdio: 'inherit' });

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.json');
const entries = { index: 'dist', cli: 'dist/cli', 'engine/task': 'dist/engine' };
for (const [entry, folder] of Object.entries(entries)) {
  run(
    '@vercel/ncc/dist/ncc/cli.js',
    'build',
    `lib/${entry}.js`,
    '-o',
    folder,
    '--license',
    'licenses.txt',
    '--quiet',
  );
}
