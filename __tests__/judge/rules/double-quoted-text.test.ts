import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('double-quoted-text');

const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';

it('warns of what an UPDATE writes, at its statement', () => {
  expect(findings.after(SCHEMA, 'SELECT 1;\nUPDATE t SET v = "new";')).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      columns: ['v'],
      count: 1,
      location: { file: 'm/0001.sql', line: 2 },
      message: 't.v: 1 row gets "new" as a text, because no column has that name.',
    },
  ]);
});

it('warns at the first statement where it fills no column', () => {
  const [found] = findings.after(SCHEMA, 'SELECT 1;\nDELETE FROM t WHERE v = "new";');
  expect(found).toMatchObject({ severity: 'warning', location: { line: 2 } });
  expect(found?.message).toMatch(
    /^"new" is no column here, so production takes it for a text\. So did the rehearsal, with Node's own SQLite 3\./,
  );
});

describe('a text that fills a column', () => {
  const schema = `CREATE TABLE todo(id TEXT PRIMARY KEY NOT NULL, label TEXT, hidden INT);
    INSERT INTO todo VALUES ('a', 'x', 0), ('b', 'y', 1), ('c', 'z', 0);`;
  const rebuild = (select: string, columns = '("id", "label", "hidden", "owner")') =>
    `CREATE TABLE new_todo("id" TEXT PRIMARY KEY NOT NULL, "label" TEXT, "hidden" INT, "owner" TEXT);
     INSERT INTO "new_todo" ${columns} ${select}; DROP TABLE todo; ALTER TABLE "new_todo" RENAME TO "todo";`;

  it.each([
    [
      'a copy of a column that is not there',
      rebuild('SELECT "id", "label", "hidden", "owner" FROM "todo"'),
      'owner',
      '"owner"',
    ],
    [
      'a copy without a list of columns',
      rebuild('SELECT "id", "label", "hidden", "ownr" FROM "todo"', ''),
      'owner',
      '"ownr"',
    ],
    [
      'a copy within a function',
      rebuild('SELECT "id", "label", "hidden", coalesce("owner", \'x\') FROM "todo"'),
      'owner',
      '"owner"',
    ],
    [
      'a misspelt column of a copy',
      rebuild('SELECT "id", "lable", "hidden", NULL FROM "todo"'),
      'label',
      '"lable"',
    ],
    [
      'a new column',
      'ALTER TABLE todo ADD COLUMN owner TEXT; UPDATE todo SET owner = "creator";',
      'owner',
      '"creator"',
    ],
    [
      'a misspelt column in an UPDATE',
      'ALTER TABLE todo ADD COLUMN title TEXT; UPDATE todo SET "title" = "lable";',
      'title',
      '"lable"',
    ],
    [
      'a misspelt column in an UPDATE of an older one',
      'UPDATE todo SET label = "lable";',
      'label',
      '"lable"',
    ],
  ])('in every row is an error: %s', (_, sql, column, text) => {
    expect(findings.after(schema, sql)).toMatchObject([
      {
        severity: 'error',
        table: 'todo',
        columns: [column],
        count: 3,
        message: expect.stringContaining(`3 rows get ${text} as a text`),
      },
    ]);
  });

  it.each([
    ['in some rows', 'UPDATE todo SET label = "lable" WHERE id > \'a\'', 2],
    ['that no column is called like', 'UPDATE todo SET label = "done"', 3],
  ])('is a warning %s', (_, sql, count) => {
    expect(findings.after(schema, sql)).toMatchObject([
      { severity: 'warning', table: 'todo', columns: ['label'], count },
    ]);
  });

  it('is told of each statement and column', () => {
    const sql =
      'UPDATE todo SET label = "done", hidden = "yes" WHERE id = \'a\'; UPDATE todo SET "label" = "open" WHERE "id" = \'b\';';
    expect(findings.after(schema, sql).map(({ columns, count }) => [columns, count])).toEqual([
      [['hidden'], 1],
      [['label'], 1],
      [['label'], 1],
    ]);
  });

  it('is none where the name is a column', () => {
    expect(findings.after(schema, rebuild('SELECT "id", "label", "hidden", "label" FROM "todo"'))).toEqual(
      [],
    );
  });
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
