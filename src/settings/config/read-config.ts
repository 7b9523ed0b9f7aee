import { resolve } from 'node:path';
import { MOST_BYTES } from '../files/budget.ts';
import { type FileProblem, isThere, lookUp, nameIn } from '../files/file-access.ts';
import { type Author, reachOf } from '../files/reach.ts';
import { readText } from '../files/read-text.ts';
import { type Config, NO_CONFIG } from './config.ts';

/** Where a config is looked for. */
export const DEFAULT_PLACES: readonly string[] = ['preflight.yml', '.github/preflight.yml'];

/** Where a config file is looked for in vain, and what was meant: passed over, nothing of it would be checked. */
const NEAR_MISSES: Readonly<Record<string, string>> = {
  'preflight.yaml': 'preflight.yml',
  '.preflight.yml': 'preflight.yml',
  '.preflight.yaml': 'preflight.yml',
  '.github/preflight.yaml': '.github/preflight.yml',
  '.github/.preflight.yml': '.github/preflight.yml',
  '.github/.preflight.yaml': '.github/preflight.yml',
};

/**
 * Reads the config: `named`, relative to `folder`, must be there; without it, the one in the default places of `folder`,
 * or else of the workspace.
 */
export async function readConfig(
  named: string | undefined,
  folder: string,
  workspace: string,
): Promise<Config> {
  if (named !== undefined) {
    if (lookUp(resolve(folder, named)) !== undefined)
      return await readFrom(named, 'step', { folder, workspace });
    const message = `there is no config file ${named}.`;
    return mistaken(message, 'Correct the path, relative to working-directory, or leave `config` out.');
  }
  for (const place of new Set([folder, workspace])) {
    const names = [...DEFAULT_PLACES, ...Object.keys(NEAR_MISSES)];
    const [first, second] = names.filter((name) => isThere(resolve(place, name)));
    if (first === undefined) continue;
    const said = (name: string) => nameIn(workspace, resolve(place, name));
    if (second !== undefined) {
      const message = `${said(first)} and ${said(second)} are both there, and only one can be the config file.`;
      return mistaken(message, 'Remove one of the two, or name the one that counts as `config`.');
    }
    const meant = NEAR_MISSES[first];
    if (meant === undefined) return await readFrom(resolve(place, first), 'file', { folder, workspace });
    const message = `a config file is not looked for in ${said(first)}.`;
    return mistaken(message, `Did you mean ${said(meant)}? Rename it, or name it as \`config\`.`);
  }
  return NO_CONFIG;
}

async function readFrom(
  name: string,
  author: Author,
  place: { folder: string; workspace: string },
): Promise<Config> {
  const path = resolve(place.folder, name);
  const file = nameIn(place.workspace, path);
  const there = lookUp(path);
  if (there !== undefined && 'problem' in there) return refused(file, there);
  if (there?.isDirectory()) return refused(file, { problem: 'is a folder', remedy: 'Name a YAML file.' });
  const reach = reachOf(name, author, place);
  const text = readText(path, { reach, most: MOST_BYTES.config, mark: 'drop' });
  if (typeof text !== 'string') return refused(file, text);
  // Most runs have no config file: they need not load the parser.
  const { parseConfig } = await import(/* webpackChunkName: "config-file" */ './yaml.ts');
  return parseConfig(text, file);
}

/** Which file it is remains open. */
function mistaken(message: string, remedy: string): Config {
  return { ...NO_CONFIG, broken: true, mistakes: [{ key: 'config', message, remedy }] };
}

function refused(file: string, { problem, remedy, line }: FileProblem): Config {
  const place = { file, ...(line !== undefined && { line }) };
  const mistake = { key: 'config', message: `the config file ${file} ${problem}.`, remedy, ...place };
  return { ...NO_CONFIG, file, broken: true, mistakes: [mistake] };
}
