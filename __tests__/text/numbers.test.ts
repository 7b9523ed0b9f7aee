import { expect, it } from '@jest/globals';
import { counted, whole } from '../../src/text/numbers.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
  [-1234, '-1,234'],
])('writes %i as %s', (number, text) => {
  expect(whole(number)).toBe(text);
});

it('counts one and many', () => {
  expect([counted(1, 'row'), counted(2, 'row'), counted(1000, 'index', 'indexes')]).toEqual([
    '1 row',
    '2 rows',
    '1,000 indexes',
  ]);
});
