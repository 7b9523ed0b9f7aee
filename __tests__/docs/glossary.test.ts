import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Words that were given up, and the term of the glossary that took their place. */
const RETIRED: readonly [word: RegExp, term: string][] = [
  [/\bthe way (back|down)\b|\bways? back\b/, 'rollback, or down migration'],
  [/\btracking (table|row)s?\b|\bledgers?\b|\bke(ep|eps|pt) account\b/, 'migration history table'],
  [/\bfurther rehearsals?\b/, 'scenario'],
  [/\bengine rooms?\b/, 'worker pool'],
  [/\brooms?\b(?! for)|\bthe house\b/, 'module, or architecture'],
  [/\bguilt(y)?\b/, 'cause'],
  [/\bincarnations?\b|\bheirs?\b/, 'table version, or successor'],
  [/\bmend(s|ed|ing)?\b/, 'fix'],
  [/\badmit(s|ted)?\b/, 'validate'],
  [/\bsettle[sd]?\b/, 'finalize'],
  [/(?<!-)\bdegraded\b/, 'unchecked'],
  [/\bwish(es)?\b/, 'option'],
  [/\b(needs?|waits? for) a hand\b/, 'not resumable after a crash'],
  [/\bvalues? (\w+ )?cleared\b|\bcleared,? (or|and) (retyped|stored)\b|\bfilled, cleared\b/, 'nulled'],
];

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'action.yml',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .toSorted(),
];

/** `file: word -> term` for each retired word of a page. Code in backticks keeps its names. */
function retiredIn(file: string, text: string): string[] {
  const prose = text.replaceAll(/`[^`\n]*`/g, '``').toLowerCase();
  const found = RETIRED.flatMap(([word, term]) =>
    [...prose.matchAll(new RegExp(word, 'g'))].map(([match]) => `${file}: ${match} -> ${term}`),
  );
  return [...new Set(found)];
}

describe('the glossary', () => {
  const terms = [...read('docs/glossary.md').matchAll(/^\*\*(.+?)\*\*: /gm)].map(([, term]) => term);

  it('has each term once, in alphabetical order', () => {
    expect(terms.length).toBeGreaterThan(40);
    expect(terms).toEqual([...new Set(terms)].toSorted());
  });

  it('has every paragraph begin with its term', () => {
    const paragraphs = read('docs/glossary.md').trimEnd().split('\n\n').slice(2);
    expect(paragraphs).toHaveLength(terms.length);
  });
});

describe('the documentation', () => {
  it('uses no word that was given up for a term of the glossary', () => {
    expect(pages.flatMap((file) => retiredIn(file, read(file)))).toEqual([]);
  });

  it.each([
    ['Restore the backup: it is the way back.', 'the way back'],
    ['The tool keeps account of its migrations.', 'keeps account'],
    ['20 values filled, none changed, cleared or retyped', 'cleared or retyped'],
    ['Mend the database.', 'mend'],
  ])('and would be caught with: %s', (text, word) => {
    expect(retiredIn('page', text).map((line) => line.split(' -> ')[0])).toEqual([`page: ${word}`]);
  });

  it.each([
    'The database is cleared, and the verdict is cleared.',
    'Take this into account, go back, and amend what we recommend.',
    'There is room for one more.',
    'Both take their turns by `settle`.',
  ])('and is not caught with: %s', (text) => {
    expect(retiredIn('page', text)).toEqual([]);
  });
});
