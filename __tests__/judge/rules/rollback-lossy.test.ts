import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('rollback-lossy');
const harmed = {
  tables: [{ table: 'prices', removed: 0, added: 0, changed: 2, columns: ['cents'] }],
  objects: [],
};
const backup = { ms: 1, identical: true };

it('warns of what the down migrations do not bring back', () => {
  const rollback = { backup, down: { outcome: 'done' as const, differences: harmed } };
  expect(findings.over({ scenarios: { rollback, skipped: [] } })).toMatchObject([
    {
      severity: 'warning',
      table: 'prices',
      message: 'Up and down again leaves prices: 2 rows with other values in cents.',
    },
  ]);
});

it('warns of a way down that fails', () => {
  const stop = { message: 'no such index: i', file: 'm/1.sql', line: 9 };
  const down = { outcome: 'failed' as const, stop, differences: { tables: [], objects: [] } };
  expect(findings.over({ scenarios: { rollback: { backup, down }, skipped: [] } })).toMatchObject([
    { message: 'The down migration fails: no such index: i.', location: { file: 'm/1.sql', line: 9 } },
  ]);
});

it('is quiet where everything comes back, and where there is no way down', () => {
  const down = { outcome: 'done' as const, differences: { tables: [], objects: [] } };
  expect(findings.over({ scenarios: { rollback: { backup, down }, skipped: [] } })).toEqual([]);
  expect(findings.over({ scenarios: { rollback: { backup }, skipped: [] } })).toEqual([]);
  expect(findings.over({})).toEqual([]);
});
