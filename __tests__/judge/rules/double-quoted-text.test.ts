import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('double-quoted-text');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';

it('warns of text in double quotes at its statement', () => {
  expect(findings.after(SCHEMA, 'SELECT 1;\nUPDATE t SET v = "new";')).toMatchObject([
    {
      severity: 'warning',
      message: '"new" is no column here. Many drivers take it for a text; this one does not.',
      location: { file: 'm/0001.sql', line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, 'UPDATE t SET "v" = \'new\';')).toEqual([]);
  expect(findings.after(SCHEMA, 'UPDATE t SET v = new;')).toEqual([]);
});
