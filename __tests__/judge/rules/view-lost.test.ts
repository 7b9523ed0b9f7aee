import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('view-lost');

const SCHEMA = 'CREATE TABLE t(a); CREATE VIEW v AS SELECT a FROM t;';

it('warns of a view that is gone, and not of one made again', () => {
  expect(findings.after(SCHEMA, 'DROP VIEW v')).toMatchObject([
    { severity: 'warning', object: 'v', location: { line: 1 } },
  ]);
  expect(findings.after(SCHEMA, 'DROP VIEW v; CREATE VIEW v AS SELECT a + 1 AS a FROM t')).toEqual([]);
});

it('follows a renamed table', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u')).toEqual([]);
});
