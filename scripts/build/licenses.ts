import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stats } from './stable-names.ts';

/**
 * Name, licence and its text of every package that is in a bundle. ncc makes such a list too, but of chunks that have
 * names it keeps only the last one's packages.
 */
export function licensesIn({ modules }: Pick<Stats, 'modules'>, root: string): string {
  const folders = new Set(modules.flatMap(({ name }) => packageFolder(name) ?? []));
  const sections = [...folders].map((folder) => licenseOf(join(root, folder)));
  // Code units, not a locale. Two versions with the same words are told once.
  return `${[...new Set(sections.toSorted())].join('\n\n')}\n`;
}

/** A package can lie inside another one. */
function packageFolder(module: string): string | undefined {
  return /^\.\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/ ]+)\//.exec(module)?.[1];
}

function licenseOf(folder: string): string {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    license?: string;
  };
  const [file] = readdirSync(folder)
    .filter((entry) => /^licen[cs]e/i.test(entry))
    .toSorted();
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replace(/^\s*\n/, '');
  const parts = [name, license ?? '', text.replaceAll('\r\n', '\n').trimEnd()];
  return parts.filter((part) => part !== '').join('\n');
}
