import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('not-rerunnable');
const harmed = {
  tables: [{ table: 'prices', removed: 0, added: 0, changed: 2, columns: ['cents'] }],
  objects: [],
};
it('mentions a second run that fails, with its place', () => {
  const stop = { message: 'duplicate column name: a', file: 'm/1.sql', line: 2 };
  const rerun = { outcome: 'fails' as const, stop, differences: harmed };
  expect(findings.over({ scenarios: { rerun, skipped: [] } })).toMatchObject([
    {
      severity: 'notice',
      location: { file: 'm/1.sql', line: 2 },
      message:
        'A second run fails: duplicate column name: a. It changes: prices: 2 rows with other values in cents.',
    },
  ]);
});

it('mentions one that ends and changes more', () => {
  const rerun = { outcome: 'differs' as const, differences: harmed };
  const found = findings.over({ scenarios: { rerun, skipped: [] } });
  expect(found[0]?.message).toMatch(
    /^A second run ends, and changes the database once more\. It changes: prices/,
  );
});

it.each(['same', 'nothing-pending', 'refused'] as const)('is quiet where the second run is %s', (outcome) => {
  expect(findings.over({ scenarios: { rerun: { outcome }, skipped: [] } })).toEqual([]);
});
