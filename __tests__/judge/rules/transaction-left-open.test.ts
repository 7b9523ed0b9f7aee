import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('transaction-left-open');

const SCHEMA = 'CREATE TABLE t(a); INSERT INTO t VALUES (1);';

it('points at the BEGIN that has no COMMIT', () => {
  expect(findings.after(SCHEMA, 'BEGIN; COMMIT;\nBEGIN;\nDELETE FROM t;')).toMatchObject([
    { severity: 'error', count: 2, location: { file: 'm/0001.sql', line: 2 } },
  ]);
  expect(findings.after(SCHEMA, 'BEGIN; DELETE FROM t; COMMIT;')).toEqual([]);
});
