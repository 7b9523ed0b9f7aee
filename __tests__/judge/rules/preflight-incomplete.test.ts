import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('preflight-incomplete');

it('names the task that did not end, and what to do by its kind', () => {
  const incidents = [
    { task: 'measure-after', kind: 'disk-full', detail: 'SQLITE_FULL' },
    { task: 'compare', kind: 'crash', detail: 'the engine process ended by signal SIGSEGV' },
  ] as const;
  const [compare, measure] = findings.over({ incidents: [...incidents] });
  expect(compare).toMatchObject({
    severity: 'error',
    object: 'compare',
    message: expect.stringContaining('SIGSEGV'),
  });
  expect(measure).toMatchObject({ object: 'measure-after', remedy: expect.stringContaining('disk space') });
});

it('leaves a rehearsal that passed its deadline to migration-timeout', () => {
  expect(findings.over({ incidents: [{ task: 'rehearse', kind: 'timeout', detail: 'killed' }] })).toEqual([]);
  expect(
    findings.over({ incidents: [{ task: 'rehearse', kind: 'cancelled', detail: 'cancelled' }] }),
  ).toHaveLength(1);
});
