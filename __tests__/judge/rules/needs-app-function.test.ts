import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('needs-app-function');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';

it('names the function and the statement', () => {
  expect(findings.after(SCHEMA, 'SELECT 1;\nUPDATE t SET v = slugify(v);')).toMatchObject([
    {
      severity: 'error',
      object: 'slugify',
      message: 'no such function: slugify.',
      location: { file: 'm/0001.sql', line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, 'UPDATE t SET v = lower(v);')).toEqual([]);
});

it('sees the function in the schema that the statement touches', () => {
  const schema = 'CREATE TABLE c(v); CREATE TRIGGER tr AFTER INSERT ON c BEGIN SELECT is_slug(new.v); END;';
  expect(findings.after(schema, "INSERT INTO c VALUES ('x')")).toMatchObject([{ object: 'is_slug' }]);
  const rehearsal = {
    outcome: 'failed',
    commits: 0,
    leftOpen: false,
    sqlite: '3.54.1',
    statements: [],
  } as const;
  const failure = { file: 'a.sql', code: 'SQLITE_ERROR', message: 'unknown function: is_slug()' };
  expect(
    findings.over({
      rehearsal: { ...rehearsal, statements: [], failure: { ...failure, during: 'statement' } },
    }),
  ).toMatchObject([{ object: 'is_slug', location: { file: 'a.sql' } }]);
});

it.each([
  ['CREATE INDEX i ON t(v COLLATE icu);', 'icu', 'no such collation sequence: icu.'],
  ['CREATE VIRTUAL TABLE x USING vec0(a);', 'vec0', 'no such module: vec0.'],
  ["CREATE VIRTUAL TABLE x USING fts5(a, tokenize = 'snow');", 'snow', 'no such tokenizer: snow.'],
  ['CREATE VIRTUAL TABLE x USING fts4(a, tokenize=snow);', 'snow', 'unknown tokenizer: snow.'],
])('names what else an application may register: %s', (sql, object, message) => {
  expect(findings.after(SCHEMA, sql)).toMatchObject([{ severity: 'error', object, message }]);
});

it('does not believe a RAISE text', () => {
  const sql = `CREATE TRIGGER tr BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'no such function: f'); END; DELETE FROM t;`;
  expect(findings.after(SCHEMA, sql)).toEqual([]);
});
