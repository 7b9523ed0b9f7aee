import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The committed files as they are: a name or an id that changes by itself makes every two branches conflict. */
const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const CHUNKS: Readonly<Record<string, readonly string[]>> = {
  dist: [
    'actions-core.js',
    'artifact-client.js',
    'config-file.js',
    'index.js',
    'preflight.js',
    'yaml.js',
    'zod.js',
  ],
  'dist/cli': ['config-file.js', 'index.js', 'preflight.js', 'yaml.js', 'zod.js'],
  'dist/engine': ['better-sqlite3.js', 'handlers.js', 'index.js'],
};

/** Paths of the modules in a chunk, those within others included. */
function modulesOf(chunk: string): string[] {
  const text = read(chunk);
  const own = [...text.matchAll(/^\/\*{3}\/ "(.+)":$/gm)];
  const inner = [...text.matchAll(/^;\/\/ CONCATENATED MODULE: \.\/(.+)$/gm)];
  return [...own, ...inner].map(([, path = '']) => path);
}

describe.each(Object.entries(CHUNKS))('%s', (folder, chunks) => {
  const paths = chunks.map((chunk) => `${folder}/${chunk}`);

  it('has the known chunks', () => {
    expect(readdirSync(join(root, folder)).filter((file) => file.endsWith('.js'))).toEqual(chunks);
  });

  it.each(paths)('%s calls modules and chunks by name, in the order of the names', (path) => {
    expect(read(path)).not.toMatch(
      /^\/\*{3}\/ \d|_require__(?:\.e)?\((?:\/\*[^*]*\*\/ ?)?\d|_require__, \d/m,
    );
    const names = [...read(path).matchAll(/^\/\*{3}\/ "(.+)":$/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual(names.toSorted());
  });

  it('names the licence of every package in it', () => {
    const packages = paths.flatMap(modulesOf).flatMap((module) => {
      const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
      return found === undefined ? [] : [found];
    });
    const licenses = read(`${folder}/licenses.txt`).split('\n');
    expect([...new Set(packages)].filter((name) => !licenses.includes(name))).toEqual([]);
  });
});

it.each(['dist', 'dist/cli'])('%s keeps libraries out of what every run loads first', (folder) => {
  expect(modulesOf(`${folder}/index.js`).filter((path) => path.includes('node_modules/'))).toEqual([]);
  const large = /node_modules\/(@actions|yaml|better-sqlite3)\//;
  expect(modulesOf(`${folder}/preflight.js`).filter((path) => large.test(path))).toEqual([]);
});
