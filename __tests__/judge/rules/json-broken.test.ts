import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('json-broken');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, j, k);
  INSERT INTO t VALUES (1, '{"a":1}', 'plain'), (2, ' [1,2]', NULL), (3, 'text', '{"b":2}'), (4, '"string"', x'7b');`;

it('counts objects and arrays that do not parse any more', () => {
  expect(findings.after(SCHEMA, "UPDATE t SET j = replace(j, '1', '1,,');")).toMatchObject([
    {
      severity: 'error',
      table: 't',
      columns: ['j'],
      count: 2,
      message: 't: 2 values no longer parse as JSON: j (2).',
    },
  ]);
  expect(findings.after(SCHEMA, "UPDATE t SET j = json_set(j, '$.a', 5) WHERE id = 1;")).toEqual([]);
});

it('is silent where no JSON was before, and where it became no text at all', () => {
  expect(findings.after(SCHEMA, "UPDATE t SET j = 'broken {' WHERE id IN (3, 4)")).toEqual([]);
  expect(findings.after(SCHEMA, 'UPDATE t SET j = NULL, k = 5')).toEqual([]);
  expect(findings.after(SCHEMA, 'UPDATE t SET j = CAST(j AS BLOB)')).toEqual([]);
});
