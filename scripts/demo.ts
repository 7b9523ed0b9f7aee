/** Runs the example both ways, as first written and fixed, and says what came of each and where the reports are. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chdir } from 'node:process';
import { makeDatabase } from '../examples/fractal-goals/make-database.ts';

chdir(`${import.meta.dirname}/..`);
const example = 'examples/fractal-goals';
const output = 'preflight-out';
const database = `${output}/goals_dev.db`;
// What an earlier demo left must not pass for what this one made.
rmSync(output, { recursive: true, force: true });
mkdirSync(output);
makeDatabase(database);

const expected = { 'as-first-written': 'blocked', fixed: 'cleared' };
const results = Object.entries(expected).map(([version, verdict]) => {
  const folder = `${output}/${version}`;
  const flags = [
    `--database=${database}`,
    `--migrations=${example}/migrations/${version}`,
    `--config=${example}/preflight.yml`,
    `--output=${folder}`,
  ];
  console.log(`\n=== ${version} ${'='.repeat(70 - version.length)}`);
  spawnSync(process.execPath, ['dist/cli/index.js', ...flags], { stdio: 'inherit' });
  const report = JSON.parse(readFileSync(`${folder}/report.json`, 'utf8')) as { verdict: string };
  if (report.verdict !== verdict) process.exitCode = 1;
  return `${version.padEnd(18)}${report.verdict.padEnd(10)}${folder}/report.md`;
});

console.log(`\n${'='.repeat(76)}\n\n${results.join('\n')}`);
