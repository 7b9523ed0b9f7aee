import { expect, it } from '@jest/globals';
import { endsStatement } from '../../../src/plan/layout-kit/numbered-lines.ts';

it.each([
  ['SELECT 1;', true],
  ['SELECT 1 ;  ', true],
  [';', true],
  ['SELECT 1', false],
  ['', false],
  ['   ', false],
  ['SELECT 1; -- one', true],
  ['SELECT 1 -- one;', false],
  ['SELECT 1 -- ;', false],
  ['-- SELECT 1;', false],
  // The tools look at words: only one that begins with two dashes is a comment.
  ['SELECT 1;-- one', false],
  ['SELECT a--;', true],
  ['SELECT a-- ;', true],
  ['SELECT ;a', false],
])('%j ends a statement: %s', (line, ends) => {
  expect(endsStatement(line)).toBe(ends);
});
