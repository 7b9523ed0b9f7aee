/** Runs the example both ways, as first written and fixed, and says what came of each and where the reports are. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeDatabase } from '../examples/fractal-goals/make-database.ts';

const root = join(import.meta.dirname, '..');
const example = 'examples/fractal-goals';
const output = join(root, 'preflight-out');
mkdirSync(output, { recursive: true });
const database = join(output, 'goals_dev.db');
makeDatabase(database);

const expected = { 'as-first-written': 'blocked', fixed: 'cleared' } as const;
const results = Object.keys(expected).map((version) => {
  const folder = join(output, version);
  const inputs = {
    database,
    migrations: `${example}/migrations/${version}`,
    config: `${example}/preflight.yml`,
    output: folder,
  };
  const flags = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
  console.log(`\n=== ${version} ${'='.repeat(70 - version.length)}\n`);
  spawnSync(process.execPath, [join(root, 'dist/cli/index.js'), ...flags], { cwd: root, stdio: 'inherit' });
  const { verdict } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { verdict: string };
  return {
    version: version as keyof typeof expected,
    verdict,
    report: relative(root, join(folder, 'report.md')),
  };
});

console.log(`\n${'='.repeat(76)}\n`);
for (const { version, verdict, report } of results) {
  console.log(`${version.padEnd(18)}${verdict.padEnd(10)}${report}`);
  if (verdict !== expected[version]) process.exitCode = 1;
}
