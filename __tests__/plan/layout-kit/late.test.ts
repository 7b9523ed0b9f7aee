import { expect, it } from '@jest/globals';
import { runsLate } from '../../../src/plan/layout-kit/late.ts';

it('is a notice on each file that is older than what is applied', () => {
  const late = [
    { id: '1', file: 'm/1.sql' },
    { id: '2', file: 'm/2.sql' },
  ];
  expect(runsLate('diesel', late, '3')).toEqual([
    {
      kind: 'out-of-order',
      sentence: 'diesel runs 1 now, though 3, which comes after it, is applied already',
      refuses: false,
      file: 'm/1.sql',
    },
    {
      kind: 'out-of-order',
      sentence: 'diesel runs 2 now, though 3, which comes after it, is applied already',
      refuses: false,
      file: 'm/2.sql',
    },
  ]);
  expect(runsLate('diesel', [], '3')).toEqual([]);
});
