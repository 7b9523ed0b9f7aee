import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('nothing-pending');

it('mentions migrations without a statement', () => {
  expect(findings.after('CREATE TABLE t(a)', '-- later')).toMatchObject([{ severity: 'notice' }]);
  expect(findings.after('CREATE TABLE t(a)', 'SELECT 1')).toEqual([]);
  expect(findings.of('CREATE TABLE t(a)')).toEqual([]);
});
