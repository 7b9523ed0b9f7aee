/**
 * Writes the files of a new rule, layout, format or command, with a test that fails until it is written:
 * `npm run new -- rule|layout|format|command NAME`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newCommand } from './new/command.ts';
import { newFormat } from './new/format.ts';
import { newLayout } from './new/layout.ts';
import { newRule } from './new/rule.ts';
import type { Scaffold } from './new/scaffold.ts';
import { stepsFor } from './new/steps.ts';

const kinds: Readonly<Record<string, (name: string) => Scaffold>> = {
  rule: newRule,
  layout: newLayout,
  format: newFormat,
  command: newCommand,
};

/** Writes the scaffold below `root`; refuses to write over anything. Returns the files written and changed. */
export function scaffold(kind: string, name: string, root: string): string[] {
  const make = kinds[kind];
  if (make === undefined) throw new Error(`there is no kind ${kind}: give ${Object.keys(kinds).join(', ')}.`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`a name is in kebab case, such as rows-lost; this is ${JSON.stringify(name)}.`);
  const { files, edits } = make(name);
  for (const path of Object.keys(files))
    if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, edit] of Object.entries(edits)) {
    writeFileSync(join(root, path), edit(readFileSync(join(root, path), 'utf8')));
  }
  return [...Object.keys(files), ...Object.keys(edits)];
}

if (import.meta.main) {
  const [kind = '', name = ''] = process.argv.slice(2);
  const root = join(import.meta.dirname, '..');
  try {
    const written = scaffold(kind, name, root);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const code = written.filter((file) => file.endsWith('.ts'));
    execFileSync(process.execPath, [biome, 'check', '--write', '--colors=off', ...code], { cwd: root });
    execFileSync(process.execPath, [join(root, 'scripts/generate.ts')], { cwd: root, stdio: 'inherit' });
    const steps = stepsFor(kind, name, readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));
    console.log(
      `${written.join('\n')}\n\nIts test fails until it is written. What is left to do:\n\n${steps}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
