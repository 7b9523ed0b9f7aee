import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('double-quoted-text');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';

it('warns at the first statement where production takes it, and the rehearsal goes on', () => {
  const found = findings.after(SCHEMA, 'SELECT 1;\nUPDATE t SET v = "new";');
  expect(found).toMatchObject([{ severity: 'warning', location: { file: 'm/0001.sql', line: 2 } }]);
  expect(found[0]?.message).toMatch(
    /^"new" is no column here, so production takes it for a text\. So did the rehearsal, with Node's own SQLite 3\./,
  );
});

it('warns beside the failure where production refuses it', () => {
  expect(findings.after(SCHEMA, 'UPDATE t SET v = "new";', { profile: 'drizzle' })).toMatchObject([
    { message: '"new" is no column here. Many drivers take it for a text; this one does not.' },
  ]);
});

it('is quiet where a trigger says the same of itself', () => {
  const said = 'no such column: "x" - should this be a string literal in single-quotes?';
  const schema = `${SCHEMA} CREATE TRIGGER g BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, '${said}'); END;`;
  expect(findings.after(schema, 'DELETE FROM t;')).toEqual([]);
  expect(findings.after(schema, 'DELETE FROM t;', { profile: 'drizzle' })).toEqual([]);
});

it('is quiet where double quotes hold a name, and where a name has none', () => {
  expect(findings.after(SCHEMA, 'UPDATE t SET "v" = \'new\';')).toEqual([]);
  expect(findings.after(SCHEMA, 'UPDATE t SET v = new;')).toEqual([]);
});
