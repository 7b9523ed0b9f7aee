import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';
import { plan } from '../../support/record.ts';

const findings = forRule('nothing-pending');

it('says that every migration is applied, unless the tool passes one over for ever', () => {
  const applied = plan({ pending: [], applied: 2 });
  expect(findings.over({ plan: applied })).toMatchObject([
    { message: 'Every migration is applied already (2).' },
  ]);
  const problem = { kind: 'out-of-order' as const, sentence: 'it is passed over', refuses: false };
  const problems = [{ ...problem, skips: 'a' }, problem];
  expect(findings.over({ plan: { ...applied, problems } })).toMatchObject([
    { message: 'Nothing will be run: 1 migration is passed over.' },
  ]);
});

it('mentions migrations without a statement', () => {
  expect(findings.after('CREATE TABLE t(a)', '-- later')).toMatchObject([{ severity: 'notice' }]);
  expect(findings.after('CREATE TABLE t(a)', 'SELECT 1')).toEqual([]);
  expect(findings.of('CREATE TABLE t(a)')).toEqual([]);
});
