import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDatabase } from '../../examples/fractal-goals/make-database.ts';
import { inputAndOutputTables } from './action.ts';
import { toolLinks } from './docs.ts';
import { between, type GeneratedPart } from './part.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'examples/fractal-goals');

/** Tables and links from the registries. */
export const readmeTables: GeneratedPart = {
  file: 'README.md',
  make: (current) => toolLinks(inputAndOutputTables(current)),
};

/** The README's text with the reports of the example, made by the bundle. */
export function withReports(readme: string): string {
  return between(between(readme, 'blocked', sample('as-first-written')), 'cleared', sample('fixed'));
}

/** The open part of the report of one version of the example: what a reader sees first, as a quotation. */
function sample(version: string): string {
  const place = mkdtempSync(join(tmpdir(), 'preflight-readme-'));
  try {
    const database = join(place, 'goals.db');
    makeDatabase(database);
    const flags = [`--database=${database}`, `--migrations=migrations/${version}`, `--output=${place}`];
    spawnSync(process.execPath, [join(root, 'dist/cli/index.js'), ...flags], { cwd: example });
    const report = readFileSync(join(place, 'report.md'), 'utf8').replaceAll(database, 'goals.db');
    const open = report.slice(0, report.search(/^#+ Evidence$/m)).trimEnd();
    return open
      .replace(/^#+ (.*)$/gm, '**$1**')
      .replace(/^(?=.)/gm, '> ')
      .replace(/^$/gm, '>');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const file = join(root, 'README.md');
  writeFileSync(file, withReports(readFileSync(file, 'utf8')));
}
