import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Comparison, compared, endOfTool, isSame } from './compare.ts';
import { page, type Result } from './page.ts';
import { scenarios } from './scenarios.ts';
import { byCommand, notRun, tools } from './tools/index.ts';

/**
 * Compares the rehearsal with the real tools. Exit code 1 where one of them ends otherwise, 2 where none could be run, or
 * where a page was to be written and one is missing.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean' }, only: { type: 'string' } } });
const scratch = mkdtempSync(join(tmpdir(), 'conformance-'));
const results: Result[] = [];
const missing: string[] = [];

for (const tool of tools.filter(({ name }) => name.includes(values.only ?? ''))) {
  const found = tool.find();
  if ('missing' in found) {
    missing.push(tool.name);
    console.log(`\n${tool.name}: not run, because it is not installed (${found.missing})`);
    continue;
  }
  console.log(`\n${tool.name} ${found.version}`);
  const result: Result = { tool, version: found.version, comparisons: [] };
  for (const scenario of [...scenarios, ...(tool.scenarios ?? [])]) {
    const comparison = await compared(tool, scenario, scratch);
    result.comparisons.push(comparison);
    show(comparison);
  }
  results.push(result);
}
console.log('\nNot run; their behaviour was read in their source:');
for (const { name, source } of notRun) console.log(`  ${name}: ${source}`);
console.log(`Run as themselves, by command: ${byCommand.join(', ')}`);
rmSync(scratch, { recursive: true, force: true });

const all = results.flatMap(({ comparisons }) => comparisons);
console.log(`\n${all.filter(isSame).length} of ${all.length} end the same`);
const isWhole = values.only === undefined && missing.length === 0;
if (values.write && isWhole)
  writeFileSync(join(import.meta.dirname, '../docs/conformance.md'), page(results));
else if (values.write)
  console.log(`the page is not written: ${missing.join(', ') || values.only} is not all`);
if (all.length === 0 || (values.write && !isWhole)) process.exitCode = 2;
else if (!all.every(isSame)) process.exitCode = 1;

function show(comparison: Comparison): void {
  const { scenario, differences } = comparison;
  const word = isSame(comparison) ? 'same' : 'DIFFERS';
  console.log(`  ${word.padEnd(7)}  ${scenario.name}: ${endOfTool(comparison)}`);
  for (const line of differences) console.log(`           ${line}`);
}
