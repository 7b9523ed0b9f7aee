import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('not-atomic');

const SCHEMA = 'CREATE TABLE t(a);';

it('mentions a migration of several commits, and not one commit for each migration', () => {
  expect(findings.after(SCHEMA, 'CREATE TABLE u(a); CREATE TABLE v(a);')).toMatchObject([
    { severity: 'notice', count: 2 },
  ]);
  expect(findings.after(SCHEMA, ['CREATE TABLE u(a)', 'CREATE TABLE v(a)'])).toEqual([]);
  expect(findings.after(SCHEMA, 'BEGIN; CREATE TABLE u(a); CREATE TABLE v(a); COMMIT;')).toEqual([]);
});
