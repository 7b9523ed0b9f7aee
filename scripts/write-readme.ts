import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeDatabase } from '../examples/fractal-goals/make-database.ts';

/** Writes what the README shows and does not say itself: tables from action.yml, reports from real runs. */
const root = join(import.meta.dirname, '..');
const example = join(root, 'examples/fractal-goals');

interface Action {
  inputs: Record<string, { description: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
}

/** The README's text with every generated part made anew. */
export function renewed(readme: string): string {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
  const parts = {
    inputs: table('input', action.inputs),
    outputs: table('output', action.outputs),
    blocked: sample('as-first-written'),
    cleared: sample('fixed'),
  };
  return Object.entries(parts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n).*?(\n<!-- /${name} -->)`, 's'),
        (_, start: string, end: string) => `${start}${part}${end}`,
      ),
    readme,
  );
}

function table(kind: string, entries: Action['inputs'] | Action['outputs']): string {
  const rows = Object.entries(entries).map(([name, entry]) => `| \`${name}\` | ${entry.description} |`);
  return [`| ${kind} | meaning |`, '|---|---|', ...rows].join('\n');
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
  writeFileSync(file, renewed(readFileSync(file, 'utf8')));
}
