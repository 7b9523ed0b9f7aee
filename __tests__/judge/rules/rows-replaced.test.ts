import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('rows-replaced');

const SCHEMA = "CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 'a'), (2, 'b');";

it('sees ids that were renumbered while the count is kept', () => {
  expect(findings.after(SCHEMA, 'UPDATE t SET id = id + 10;')).toMatchObject([
    { severity: 'error', table: 't', count: 2, location: { line: 1 } },
  ]);
});

it('leaves fewer rows to rows-lost, and new rows to nobody', () => {
  expect(findings.after(SCHEMA, 'DELETE FROM t; INSERT INTO t VALUES (9, 9);')).toEqual([]);
  expect(findings.after(SCHEMA, 'INSERT INTO t VALUES (3, 3);')).toEqual([]);
});
