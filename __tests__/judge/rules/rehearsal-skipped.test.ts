import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('rehearsal-skipped');
it('mentions what the user would have had, once for each reason', () => {
  const reason = 'the time for it was used up';
  const skipped = [
    { rehearsal: 'rollback' as const, reason, missed: true },
    { rehearsal: 'crash' as const, reason, missed: true },
  ];
  expect(findings.over({ scenarios: { skipped } })).toMatchObject([
    { severity: 'notice', message: 'Not rehearsed: the rollback and a crash: the time for it was used up.' },
  ]);
});

it('is quiet about what the user left out', () => {
  const skipped = [{ rehearsal: 'crash' as const, reason: 'left out by `rehearse`', missed: false }];
  expect(findings.over({ scenarios: { skipped } })).toEqual([]);
  expect(findings.over({})).toEqual([]);
});
