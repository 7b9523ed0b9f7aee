import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('backfill-incomplete');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, old, kind);
  INSERT INTO t VALUES (1, NULL, 'a'), (2, NULL, 'b'), (3, 'x', 'b');`;

it('warns where a new column was filled for some rows only, and lists the others', () => {
  const sql = "ALTER TABLE t ADD COLUMN new;\nUPDATE t SET new = 1 WHERE kind = 'b';";
  expect(findings.after(SCHEMA, sql)).toMatchObject([
    {
      severity: 'warning',
      table: 't',
      columns: ['new'],
      count: 1,
      message: 't.new: 2 rows were filled, 1 row is still NULL.',
      query: 'SELECT * FROM "t" WHERE "t"."new" IS NULL;',
      location: { line: 2 },
    },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t ADD COLUMN new; UPDATE t SET new = 1;')).toEqual([]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t ADD COLUMN new DEFAULT NULL;')).toEqual([]);
});

it('warns where an old column was filled for some rows only', () => {
  expect(findings.after(SCHEMA, 'UPDATE t SET old = kind WHERE id = 1')).toMatchObject([
    { columns: ['old'], count: 1 },
  ]);
  expect(findings.after(SCHEMA, 'UPDATE t SET old = kind WHERE old IS NULL')).toEqual([]);
});

it('warns of a rebuild that finds a value for some rows only', () => {
  const rebuild = (value: string) =>
    `CREATE TABLE n(id INTEGER PRIMARY KEY, old, kind, new); INSERT INTO n SELECT id, old, kind, ${value} FROM t;
     DROP TABLE t; ALTER TABLE n RENAME TO t;`;
  expect(findings.after(SCHEMA, rebuild("CASE kind WHEN 'a' THEN 1 END"))).toMatchObject([
    { columns: ['new'], count: 2 },
  ]);
  expect(findings.after(SCHEMA, rebuild('NULL'))).toEqual([]);
});

it('takes no row that was added for one that was filled', () => {
  const sql = "ALTER TABLE t ADD COLUMN new; INSERT INTO t(id, kind, new) VALUES (4, 'c', 1);";
  expect(findings.after(SCHEMA, sql)).toEqual([]);
});

it('leaves a required column to its own rule', () => {
  const checks = { required: [{ table: 'T', column: 'NEW' }] };
  const sql = 'ALTER TABLE t ADD COLUMN new; UPDATE t SET new = 1 WHERE id = 1;';
  expect(findings.after(SCHEMA, sql, { checks })).toEqual([]);
});

describe('rows that had nothing to be filled from', () => {
  const schema = `CREATE TABLE who(id INTEGER PRIMARY KEY, name TEXT); INSERT INTO who VALUES (1, 'ann'), (2, 'bo');
    CREATE TABLE p(id INTEGER PRIMARY KEY, at INTEGER, mail TEXT, who INTEGER, kind TEXT);
    INSERT INTO p VALUES (1, 1695215813, 'A@x', 1, 'a'), (2, NULL, '', NULL, 'b'), (3, 1695215814, 'B@x', 2, 'b');`;
  const add = 'ALTER TABLE p ADD COLUMN new TEXT;';
  const rebuild = (select: string) =>
    `CREATE TABLE n(id INTEGER PRIMARY KEY, mail TEXT, kind TEXT, new TEXT); INSERT INTO n ${select}; DROP TABLE p; ALTER TABLE n RENAME TO p;`;

  it.each([
    ['an expression', `${add} UPDATE p SET new = strftime('%Y', at, 'unixepoch');`],
    [
      'an expression and its condition',
      `${add} UPDATE p SET new = strftime('%Y', at, 'unixepoch') WHERE at IS NOT NULL;`,
    ],
    ['a plain column', `${add} UPDATE p SET new = at;`],
    ['a condition against empty texts', `${add} UPDATE p SET new = lower(mail) WHERE mail <> '';`],
    ['a condition alone', `${add} UPDATE p SET new = 'yes' WHERE p.at IS NOT NULL;`],
    ['a subquery', `${add} UPDATE p SET new = (SELECT name FROM who WHERE who.id = p.who);`],
    [
      'an UPDATE … FROM',
      `${add} UPDATE p SET new = w.name FROM who AS w WHERE w.id = p.who AND p.who IS NOT NULL;`,
    ],
    [
      'two statements',
      `${add} UPDATE p SET new = upper(mail) WHERE mail > ''; UPDATE p SET new = at WHERE new IS NULL;`,
    ],
    ['a rebuild', rebuild("SELECT id, mail, kind, strftime('%Y', at, 'unixepoch') FROM p")],
    [
      'a rebuild with a left join',
      rebuild('SELECT p.id, mail, kind, w.name FROM p LEFT JOIN who w ON w.id = p.who'),
    ],
    [
      'a rebuild after an UPDATE',
      `${add} UPDATE p SET new = at || ''; ${rebuild('SELECT id, mail, kind, new FROM p')}`,
    ],
  ])('are no finding with %s', (_, sql) => {
    expect(findings.after(schema, sql)).toEqual([]);
  });

  it.each([
    [
      'a condition on something else',
      `${add} UPDATE p SET new = strftime('%Y', at, 'unixepoch') WHERE kind = 'a';`,
      1,
    ],
    [
      'a subquery that finds no row',
      `DELETE FROM who WHERE id = 2; ${add} UPDATE p SET new = (SELECT name FROM who WHERE who.id = p.who);`,
      1,
    ],
    [
      'a left join that finds no row',
      `DELETE FROM who WHERE id = 2; ${rebuild('SELECT p.id, mail, kind, w.name FROM p LEFT JOIN who w ON w.id = p.who')}`,
      1,
    ],
    ['a CASE without ELSE', `${add} UPDATE p SET new = CASE WHEN kind = 'a' THEN mail END;`, 1],
    ['a constant', `${add} UPDATE p SET new = 'x' WHERE id = 1;`, 2],
    [
      'one of two statements',
      `${add} UPDATE p SET new = at WHERE id = 1; UPDATE p SET new = kind WHERE id = 3;`,
      1,
    ],
  ])('are told from those that %s left out', (_, sql, count) => {
    const [found, ...others] = findings.after(schema, sql);
    expect(found).toMatchObject({ columns: ['new'], count });
    expect(others).toEqual([]);
  });

  it('are left out of the rows that the query lists', () => {
    const [found] = findings.after(schema, `${add} UPDATE p SET new = at WHERE id = 1;`);
    expect(found).toMatchObject({
      count: 1,
      message:
        'p.new: 1 row was filled, 1 row is still NULL, those left out that had nothing to be filled from.',
      query: `SELECT * FROM "p" WHERE "p"."new" IS NULL AND (ifnull("p"."at", '') IS NOT '');`,
    });
  });
});
