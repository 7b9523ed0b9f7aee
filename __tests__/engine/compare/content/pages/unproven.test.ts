import { expect, it } from '@jest/globals';
import { isUnproven, Unproven } from '../../../../../src/engine/compare/content/pages/unproven.ts';

it('only what could not be proven is left to SQL, and no mistake of the program', () => {
  expect(isUnproven(new Unproven('page type'))).toBe(true);
  for (const other of [new TypeError('x is not a function'), 'Unproven', undefined, null])
    expect(isUnproven(other)).toBe(false);
});
