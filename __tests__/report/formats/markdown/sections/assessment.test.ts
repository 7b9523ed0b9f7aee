import { expect, it } from '@jest/globals';
import { databaseRecord, preflightRecord } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

it('gives the reasons for the risk', () => {
  expect(sectionOf(preflightRecord(), 'Risk: low')).toBe(
    '- Additive: nothing that was there is removed or changed.',
  );
});

it('has no risk where it is not known', () => {
  const databases = [databaseRecord({ risk: { level: 'unknown', reasons: ['Nothing was rehearsed.'] } })];
  expect(sectionOf(preflightRecord({ databases }), 'Risk')).toBeUndefined();
});

it('lists the times that were measured, in the order of the run', () => {
  expect(
    sectionOf(recordOf({ timings: { total: 61_000, rehearsal: 5, copy: 1 } }), 'Timeline')
      ?.split('\n')
      .slice(2),
  ).toEqual([
    '| Copy and hash the snapshot | 1.0 ms |',
    '| Rehearse | 5.0 ms |',
    '| Total (some of it at the same time) | 1 min 1 s |',
  ]);
});

it('ticks the criteria that are met', () => {
  const criteria = [
    { text: 'No row lacks its parent', met: true },
    { text: 'Zero NULLs in goals.root_id', met: false },
  ];
  expect(
    sectionOf(preflightRecord({ databases: [databaseRecord({ criteria })] }), 'Success criteria: 1 of 2 met'),
  ).toBe('- ❌ Zero NULLs in goals.root_id\n- ✅ No row lacks its parent');
});
