import { expect, it } from '@jest/globals';
import { nearest } from '../../src/settings/did-you-mean.ts';
import { growthOf, LINEAR } from '../support/growth.ts';

const words = ['fail-on', 'foreign-keys', 'migrations', 'on', 'table'];

it.each([
  ['failon', 'fail-on'],
  ['Fail-On', 'fail-on'],
  ['foreign_keys', 'foreign-keys'],
  ['migratoins', 'migrations'],
  ['tabel', 'table'],
  // In words of two letters, one letter is half of what was meant.
  ['no', undefined],
  ['of', undefined],
  ['command', undefined],
  ['', undefined],
  ['x'.repeat(1000), undefined],
])('%s is near to %s', (word, expected) => {
  expect(nearest(word, words)).toBe(expected);
});

it('a long word is compared with none that is much shorter', () => {
  expect(
    growthOf(
      (word: string) => nearest(word, words),
      1_000_000,
      (size) => 'x'.repeat(size),
    ),
  ).toBeLessThan(LINEAR);
});

it('nothing is near where there is nothing', () => {
  expect(nearest('table', [])).toBeUndefined();
});
