import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../../src/engine/rehearse/rehearse-plan.ts';
import { toEnd } from '../../support/generators.ts';
import { planOf } from '../../support/plans.ts';
import { databaseFrom, firstValue, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id) ON DELETE CASCADE);
  INSERT INTO p VALUES (1, 'one'), (2, 'two'); INSERT INTO c VALUES (10, 1), (20, 2);`;

describe('text in double quotes', () => {
  function goOn(sql: string, schema = SCHEMA, profile: string = 'plain') {
    const path = databaseFrom(folder, schema);
    const request = { database: path, fresh: databaseFrom(folder, schema), plan: planOf(sql, profile) };
    return { path, facts: toEnd(rehearse({ ...request, samples: 'none' }, () => {})) };
  }

  it('starts anew with the other driver, and keeps nothing of the first attempt', () => {
    const { path, facts } = goOn('INSERT INTO p VALUES (3, \'three\');\nUPDATE p SET name = "new";');
    expect(facts).toMatchObject({
      outcome: 'done',
      commits: 2,
      sqlite: process.versions.sqlite,
      doubleQuotedText: { statement: 1, file: 'm/0001.sql', line: 2, text: '"new"' },
    });
    expect(firstValue(path, 'SELECT group_concat(id || name) FROM p')).toBe('1new,2new,3new');
  });

  it('is found also where it goes over several lines', () => {
    const { facts } = goOn('UPDATE p SET name = "one\ntwo";');
    expect(facts).toMatchObject({ outcome: 'done', doubleQuotedText: { text: '"one\ntwo"' } });
  });

  it('stops a profile whose driver refuses it', () => {
    const { facts } = goOn('UPDATE p SET name = "new";', SCHEMA, 'drizzle');
    expect(facts).toMatchObject({ outcome: 'failed', failure: { code: 'SQLITE_ERROR' } });
    expect(facts).not.toHaveProperty('doubleQuotedText');
  });

  it('is not what a trigger says of itself', () => {
    const said = 'no such column: "x" - should this be a string literal in single-quotes?';
    const schema = `${SCHEMA} CREATE TRIGGER g BEFORE DELETE ON c BEGIN SELECT RAISE(ABORT, '${said}'); END;`;
    const { facts } = goOn('DELETE FROM c;', schema);
    expect(facts).toMatchObject({
      outcome: 'failed',
      failure: { code: 'SQLITE_CONSTRAINT_TRIGGER', message: said },
    });
    expect(facts).not.toHaveProperty('doubleQuotedText');
  });
});

describe('what only the defences of our driver stop', () => {
  const schema = `${SCHEMA} CREATE TABLE posts_content(id INTEGER PRIMARY KEY, body);
    INSERT INTO posts_content VALUES (1, 'x'); CREATE VIRTUAL TABLE posts USING fts5(body, content=posts_content, content_rowid=id);`;
  function goOn(sql: string, profile: string = 'plain') {
    const [path, fresh] = [databaseFrom(folder, schema), databaseFrom(folder, schema)];
    const request = { database: path, fresh, plan: planOf(sql, profile), samples: 'none' as const };
    return { path, facts: toEnd(rehearse(request, () => {})) };
  }
  const EDIT = `PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = 'p'; PRAGMA writable_schema=OFF;`;

  it('runs without them: an edit of the schema, and a write to what looks like a shadow table', () => {
    const { facts, path } = goOn(`INSERT INTO p VALUES (3, 'three'); ${EDIT} DELETE FROM posts_content;`);
    expect(facts).toMatchObject({ outcome: 'done', driver: 'undefended' });
    expect(facts).not.toHaveProperty('doubleQuotedText');
    expect(firstValue(path, "SELECT sql FROM sqlite_schema WHERE name = 'p'")).not.toContain('NOT NULL');
    expect(firstValue(path, 'SELECT count(*) FROM posts_content')).toBe(0);
  });

  it('runs together with text in double quotes, whichever comes first', () => {
    const text = 'UPDATE p SET name = "new";';
    for (const sql of [EDIT + text, text + EDIT]) {
      const { facts, path } = goOn(sql);
      expect(facts).toMatchObject({
        outcome: 'done',
        driver: 'node:sqlite',
        doubleQuotedText: { text: '"new"' },
      });
      expect(firstValue(path, "SELECT sql FROM sqlite_schema WHERE name = 'p'")).not.toContain('NOT NULL');
    }
  });

  it.each([
    ["UPDATE sqlite_master SET sql = 'garbage' WHERE name = 'p'", /^malformed database schema \(p\)/],
    ["DELETE FROM sqlite_master WHERE name = 'p'", /^malformed database schema \(p_name\)/],
  ])('fails when what it left is opened again: %s', (edit, message) => {
    const { facts } = goOn(`CREATE INDEX p_name ON p(name); PRAGMA writable_schema=ON; ${edit};`);
    expect(facts).toMatchObject({ outcome: 'failed', unreadable: true, failure: { during: 'opening' } });
    expect(facts.failure?.message).toMatch(message);
  });

  it('stops where production has them too, and where SQLite itself refuses', () => {
    const message = 'table sqlite_master may not be modified';
    expect(goOn(EDIT, 'drizzle').facts).toMatchObject({ outcome: 'failed', failure: { message } });
    expect(goOn('DELETE FROM sqlite_master;').facts).toMatchObject({
      outcome: 'failed',
      failure: { message },
    });
  });
});

describe('a profile with lower limits', () => {
  const schema = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1);';
  function rehearsed(sql: string, profile: string) {
    const [database, fresh] = [databaseFrom(folder, schema), databaseFrom(folder, schema)];
    const request = { database, fresh, plan: planOf(sql, profile), samples: 'none' as const };
    return toEnd(rehearse(request, () => {}));
  }
  const terms = (count: number) =>
    Array.from({ length: count }, (_, at) => `SELECT ${at}`).join(' UNION ALL ');

  it.each([
    [`INSERT INTO t (v) ${terms(6)}`, 'too many terms in compound SELECT'],
    [`UPDATE t SET v = v WHERE v LIKE '${'a'.repeat(51)}'`, 'LIKE or GLOB pattern too complex'],
    [
      `UPDATE t SET v = ${Array(102).fill('1').join('+')}`,
      'Expression tree is too large (maximum depth 100)',
    ],
    [`UPDATE t SET v = max(${Array(128).fill('1').join()})`, 'too many arguments on function max'],
    [`UPDATE t SET v = '${'x'.repeat(100_000)}'`, 'string or blob too big'],
    ['UPDATE t SET v = zeroblob(2000001)', 'string or blob too big'],
  ])('fails a statement beyond them: %.40s', (sql, message) => {
    const facts = rehearsed(sql, 'd1');
    expect(facts).toMatchObject({ outcome: 'failed', driver: 'limited', failure: { message } });
    expect(rehearsed(sql, 'plain')).toMatchObject({ outcome: 'done' });
  });

  it.each([
    `INSERT INTO t (v) ${terms(5)}`,
    `UPDATE t SET v = v WHERE v LIKE '${'a'.repeat(50)}'`,
    `UPDATE t SET v = ${Array(100).fill('1').join('+')}`,
    `UPDATE t SET v = '${'x'.repeat(99_000)}'`,
  ])('runs one within them: %.40s', (sql) => {
    expect(rehearsed(sql, 'd1')).toMatchObject({ outcome: 'done', driver: 'limited' });
  });
});
