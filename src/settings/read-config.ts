import { resolve } from 'node:path';
import { type Config, NO_CONFIG } from './config.ts';
import { type FileProblem, lookUp, nameIn, readText } from './files.ts';

const DEFAULT_PLACES = ['preflight.yml', '.github/preflight.yml'];

/** Reads the config: `named` must be there, the default places need not. Paths are relative to `folder`. */
export async function readConfig(
  named: string | undefined,
  folder: string,
  workspace: string,
): Promise<Config> {
  for (const place of named === undefined ? DEFAULT_PLACES : [named]) {
    const path = resolve(folder, place);
    const there = lookUp(path);
    if (there === undefined) continue;
    const file = nameIn(workspace, path);
    if ('problem' in there) return refused(file, there);
    if (there.isDirectory()) return refused(file, { problem: 'is a folder', remedy: 'Name a YAML file.' });
    const text = readText(path);
    if (typeof text !== 'string') return refused(file, text);
    // Most runs have no config file: they need not load the parser.
    const { parseConfig } = await import('./yaml.ts');
    return parseConfig(text, file);
  }
  if (named === undefined) return NO_CONFIG;
  const message = `there is no config file ${named}.`;
  const remedy = 'Correct the path, relative to working-directory, or leave `config` out.';
  return { ...NO_CONFIG, broken: true, mistakes: [{ key: 'config', message, remedy }] };
}

function refused(file: string, { problem, remedy, line }: FileProblem): Config {
  const place = { file, ...(line !== undefined && { line }) };
  const mistake = { key: 'config', message: `the config file ${file} ${problem}.`, remedy, ...place };
  return { ...NO_CONFIG, file, broken: true, mistakes: [mistake] };
}
