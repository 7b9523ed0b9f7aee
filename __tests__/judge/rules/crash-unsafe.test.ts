import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('crash-unsafe');
const harmed = {
  tables: [{ table: 'prices', removed: 0, added: 0, changed: 2, columns: ['cents'] }],
  objects: [],
};
const points = [
  { file: 'm/1.sql', line: 3, title: 'Raise', outcome: 'unsafe', differences: harmed },
  { file: 'm/1.sql', line: 4, title: 'Index', outcome: 'unsafe', differences: harmed },
  { file: 'm/1.sql', line: 5, title: 'Other', outcome: 'safe' },
] as const;
const crash = { boundaries: 3, points: [...points] };

it('names the table and the first stop, and is an error where it is known how production executes', () => {
  const declared = findings.over({ plan: plan(), scenarios: { crash, skipped: [] } });
  expect(declared).toMatchObject([
    { severity: 'error', table: 'prices', count: 2, location: { file: 'm/1.sql', line: 3 } },
  ]);
  expect(declared[0]?.message).toBe(
    'A stop after "Raise": the next run ends, and leaves prices: 2 rows with other values in cents. The same at 1 more.',
  );
});

it('is a warning where that was assumed', () => {
  const found = findings.over({ plan: plan({ basis: 'assumed' }), scenarios: { crash, skipped: [] } });
  expect(found).toMatchObject([{ severity: 'warning' }]);
});

it('names a table that is gone with the run that fails', () => {
  const objects = [{ kind: 'table' as const, name: 'prices', change: 'removed' as const }];
  const stop = { message: 'no such table: prices', file: 'm/1.sql', line: 1 };
  const gone = { ...points[0], stop, differences: { tables: [], objects } };
  const found = findings.over({
    plan: plan(),
    scenarios: { crash: { boundaries: 1, points: [gone] }, skipped: [] },
  });
  expect(found).toMatchObject([{ table: 'prices' }]);
  expect(found[0]?.message).toContain('fails (no such table: prices), and leaves table prices missing.');
});

it('is quiet where every stop is safe, or only needs a hand', () => {
  const others = { boundaries: 1, points: [{ ...points[2] }, { ...points[2], outcome: 'sticks' as const }] };
  expect(findings.over({ plan: plan(), scenarios: { crash: others, skipped: [] } })).toEqual([]);
  expect(findings.over({ plan: plan() })).toEqual([]);
});
