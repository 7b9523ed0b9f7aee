import { expect, it } from '@jest/globals';
import { profileWords } from '../../src/text/profile-words.ts';

it.each([
  ['file', false, 'sqlx with foreign keys off'],
  ['none', true, 'sqlx with foreign keys on'],
  ['all', true, 'sqlx with foreign keys on (all in one transaction)'],
] as const)('says what executes with %s and %s', (transaction, foreignKeys, words) => {
  expect(profileWords({ name: 'sqlx', foreignKeys, transaction })).toBe(words);
});
