import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OverBudget, ReadBudget } from '../../../src/settings/files/budget.ts';
import { expandBraces, isGlob, parseGlob } from '../../../src/settings/files/glob-pattern.ts';
import { matchesOf } from '../../../src/settings/files/globs.ts';
import { ANYWHERE } from '../../../src/settings/files/reach.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

const walk = (budget = new ReadBudget()) => ({ reach: ANYWHERE, budget, refuse: () => {} });
const matches = (glob: string) => matchesOf(glob, folder, walk()) ?? [];

const FILES = [
  'a',
  'ab',
  'b.sql',
  'b1.sql',
  'a/b',
  'ab/a.sql',
  'ab/b/a.sql',
  'ab/b/[x].sql',
  'b/b/b/b.sql',
  'é.sql',
];
for (const file of FILES.filter((name) => !FILES.some((other) => other.startsWith(`${name}/`)))) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), '');
}

describe('a glob', () => {
  it.each([
    ['*.sql', ['b.sql', 'b1.sql', 'é.sql']],
    ['./b?.sql', ['b1.sql']],
    ['[!a]*.sql', ['b.sql', 'b1.sql', 'é.sql']],
    ['b[0-9].sql', ['b1.sql']],
    ['**/b.sql', ['b.sql', 'b/b/b/b.sql']],
    ['b/**', ['b/b/b/b.sql']],
    ['**/b/**/*.sql', ['ab/b/[x].sql', 'ab/b/a.sql', 'b/b/b/b.sql']],
    ['{ab,b}/{a,b/{a,b/b}}.sql', ['ab/a.sql', 'ab/b/a.sql', 'b/b/b/b.sql']],
    ['b{1..3}.sql', ['b1.sql']],
    ['ab/b/\\[x\\].sql', ['ab/b/[x].sql']],
    ['ab/b/[[]x].sql', ['ab/b/[x].sql']],
    ['ab/../b/*/*/*', ['ab/../b/b/b/b.sql']],
    ['none/*', []],
    ['*{.sql', []],
  ])('%s finds %j', (glob, expected) => {
    expect(matches(glob)).toEqual(expected);
  });

  it('finds what that of Node finds', () => {
    const sign = fc.constantFrom('a', 'b', '*', '?', '**', '/', '.sql', '[ab]', '[!b]', '{a,b}', '{b,/b}');
    const glob = fc.array(sign, { minLength: 1, maxLength: 7 }).map((signs) => signs.join(''));
    // Two stars within a name are read in several ways, and what ends in a slash or in `**` is a folder.
    const isPlain = (text: string) => !/\*\*[^/]|[^/]\*\*|^\/|\/$|\*\*$|\/\//.test(text) && isGlob(text);
    fc.assert(
      fc.property(
        glob.filter((text) => isPlain(text) && (expandBraces(text, 300) ?? []).every(isPlainPath)),
        (text) => {
          const nodes = globSync(text, { cwd: folder, withFileTypes: true }).filter((entry) =>
            entry.isFile(),
          );
          const paths = nodes.map((entry) => join(entry.parentPath, entry.name)).toSorted();
          expect(matches(text).map((name) => join(folder, name))).toEqual([...new Set(paths)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is told from a path', () => {
    expect(['*', 'a?', '[a]', '{a,b}', 'x]'].filter(isGlob)).toHaveLength(5);
    expect(['a', '{a}', 'a,b', '}a,b{', '{,'].filter(isGlob)).toEqual([]);
  });
});

const isPlainPath = (text: string) => !/^\/|\/$|\*\*$|\/\//.test(text);

describe('a glob of a stranger', () => {
  it.each([
    ['{a,b}'.repeat(24), 'is a glob with more than 256 alternatives'],
    ['{a,'.repeat(1000) + '}'.repeat(1000), 'is a glob with more than 256 alternatives'],
    ['{1..999999999}', 'is a glob with more than 256 alternatives'],
    ['a'.repeat(4097), 'is a glob of more than 4096 characters'],
  ])('is refused where it stands for too much', (glob, problem) => {
    expect(parseGlob(glob)).toBe(problem);
  });

  it('may stand for as much as is asked in earnest', () => {
    expect(parseGlob('{a,b,c,d}/{1..9}/*.{db,sqlite}')).toHaveLength(72);
    expect(parseGlob('{'.repeat(2000))).toHaveLength(1);
  });

  it('takes time in proportion to pattern and name, whatever stars it has', () => {
    const place = join(folder, 'long');
    mkdirSync(place);
    const name = 'a'.repeat(250);
    writeFileSync(join(place, name), '');
    const stars = (count: number) => matchesOf(`${'*a'.repeat(count)}*b`, place, walk());
    expect(growthOf((size) => stars(size), 15)).toBeLessThan(LINEAR);
    expect(stars(100)).toBeUndefined();
  });

  it('is given up where it takes too much work', () => {
    const few = walk(new ReadBudget({ steps: 10 }));
    expect(() => matchesOf('*', folder, few)).toThrow(
      new OverBudget('has too many wildcards for so many names'),
    );
  });
});
