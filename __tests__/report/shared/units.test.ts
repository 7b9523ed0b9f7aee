import { expect, it } from '@jest/globals';
import { duration, placeText, size, total } from '../../../src/report/shared/units.ts';
import { counted, whole } from '../../../src/text/numbers.ts';

it('groups the digits of whole numbers', () => {
  expect([0, 999, 1000, 1234567].map(whole)).toEqual(['0', '999', '1,000', '1,234,567']);
});

it('gives bytes in the unit that reads best', () => {
  expect([0, 999, 1000, 45_056, 999_949, 999_950, 2_500_000_000, 7e15].map(size)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '45.1 kB',
    '999.9 kB',
    '1.0 MB',
    '2.5 GB',
    '7000.0 TB',
  ]);
});

it('gives times in the unit that reads best', () => {
  expect([0, 0.44, 999.94, 999.96, 12_345, 59_940, 59_960, 200_400].map(duration)).toEqual([
    '0.0 ms',
    '0.4 ms',
    '999.9 ms',
    '1.0 s',
    '12.3 s',
    '59.9 s',
    '1 min 0 s',
    '3 min 20 s',
  ]);
});

it('counts in words', () => {
  expect([0, 1, 2000].map((number) => counted(number, 'row'))).toEqual(['0 rows', '1 row', '2,000 rows']);
  expect(counted(2, 'index', 'indexes')).toBe('2 indexes');
  expect(total([{ rows: 2 }, { rows: 3 }], ({ rows }) => rows)).toBe(5);
});

it('names a place with its line where there is one', () => {
  expect(placeText({ file: 'a.sql', line: 3 })).toBe('a.sql:3');
  expect(placeText({ file: 'a.sql' })).toBe('a.sql');
});
