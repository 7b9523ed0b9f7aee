import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

/** What `npm run new` writes where a person has to write something else. */
const PLACEHOLDERS = [
  'What is wrong, in a few words',
  'Why it matters, in a sentence',
  'What to do, in a sentence',
  'When exactly it is raised, and when not.',
  'How the folder looks, and how it is recognised.',
  'The command of the tool, in which order, in which transactions.',
];

const recipes = readdirSync(join(root, 'docs/recipes')).map((file) => `docs/recipes/${file}`);

it.each(['docs/rules.md', ...recipes])('%s says nothing that npm run new has put there', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(PLACEHOLDERS.filter((one) => text.includes(one))).toEqual([]);
});

it('the placeholders are those of the scaffolds', () => {
  const scaffolds = ['rule', 'layout'].map((kind) =>
    readFileSync(join(root, `scripts/new/${kind}.ts`), 'utf8'),
  );
  expect(PLACEHOLDERS.filter((one) => !scaffolds.join('').includes(one))).toEqual([]);
});
