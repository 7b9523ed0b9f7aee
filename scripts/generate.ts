/**
 * Writes every file, or part of one, that follows from the sources: `npm run generate`. With `--check` it writes nothing
 * and fails where one is not as it should be.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionFile } from './generate/action.ts';
import { configSchemaFile } from './generate/config-schema.ts';
import { decisionIndex } from './generate/decisions-index.ts';
import { recipeIndex, rulePage } from './generate/docs.ts';
import { importArrows, moduleTable } from './generate/modules.ts';
import type { GeneratedPart } from './generate/part.ts';
import { readmeTables } from './generate/readme.ts';

/** Everything that is generated but what needs the bundle: the reports that the README shows. */
export const parts: readonly GeneratedPart[] = [
  actionFile,
  configSchemaFile,
  decisionIndex,
  importArrows,
  moduleTable,
  readmeTables,
  recipeIndex,
  rulePage,
];

const root = join(import.meta.dirname, '..');

/** What the file is, and what it should be. */
export function compared({ file, make }: GeneratedPart): { current: string; expected: string } {
  const path = join(root, file);
  const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const made = make(current);
  return { current, expected: file.endsWith('.json') ? formatted(made, file) : made };
}

function formatted(text: string, file: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${file}`];
  return execFileSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
}

if (import.meta.main) {
  const stale = parts.flatMap((part) => {
    const { current, expected } = compared(part);
    return current === expected ? [] : [{ file: part.file, expected }];
  });
  const isCheck = process.argv.includes('--check');
  for (const { file, expected } of stale) {
    if (!isCheck) writeFileSync(join(root, file), expected);
    console.log(`${isCheck ? 'not as the sources make it' : 'written'}: ${file}`);
  }
  if (isCheck && stale.length > 0) {
    console.error('Run "npm run generate" and commit what it writes.');
    process.exitCode = 1;
  }
}
