import { describe, expect, it } from '@jest/globals';
import type { Allowance } from '../../../src/facts/settings.ts';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE perf(id INTEGER PRIMARY KEY, n TEXT, url TEXT);
  INSERT INTO perf VALUES (1, 'a', 'http://a'), (2, 'b', NULL), (3, 'c', 'http://c'), (4, 'd', 'http://c');
  CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT UNIQUE, mail TEXT);
  INSERT INTO users VALUES (1, 'u1', 'm1'), (2, 'u2', 'm2');
  CREATE TABLE guests(id INTEGER PRIMARY KEY, name TEXT, mail TEXT);
  INSERT INTO guests VALUES (1, 'u2', 'x'), (2, 'g2', 'm3'), (3, 'g3', NULL);
  CREATE TABLE log(host TEXT, at INTEGER, text TEXT); INSERT INTO log VALUES ('h', 1, 'x'), ('h', 1, 'x'), ('i', 2, 'y');
  CREATE TABLE firm(id INTEGER PRIMARY KEY, name TEXT); INSERT INTO firm VALUES (1, 'f'), (2, 'g');
  CREATE TABLE staff(id INTEGER PRIMARY KEY, firm_id INTEGER REFERENCES firm(id), plan TEXT);
  INSERT INTO staff VALUES (1, 1, 'free'), (2, 1, 'free'), (3, 2, 'pro');`;

const RULES = /^(moved|column-dropped|table-dropped|rows-lost|rows-replaced|allowance-unused)$/;
function findings(sql: string, allow: Allowance[] = []) {
  return judged(measured(folder, SCHEMA, sql, { foreignKeys: false }), { allow }).findings.filter(
    ({ rule }) => RULES.test(rule),
  );
}
const URLS =
  'CREATE TABLE urls(perf_id INTEGER NOT NULL REFERENCES perf(id), pos INTEGER, url TEXT NOT NULL);';
const DROP_URL = 'ALTER TABLE perf DROP COLUMN url;';
const REBUILD = (columns: string, select: string) =>
  `CREATE TABLE n(${columns}); INSERT INTO n SELECT ${select} FROM perf; DROP TABLE perf; ALTER TABLE n RENAME TO perf;`;
const allowance = (rule: string, fields: Partial<Allowance>): Allowance => ({
  rule,
  reason: 'meant',
  source: { file: 'preflight.yml', line: 1 },
  ...fields,
});

describe('a notice instead of the loss', () => {
  it('says where all values of a column are now, at the statement that copied them', () => {
    expect(
      findings(`${URLS}\nINSERT INTO urls SELECT id, 0, url FROM perf WHERE url IS NOT NULL;\n${DROP_URL}`),
    ).toMatchObject([
      {
        rule: 'moved',
        severity: 'notice',
        table: 'perf',
        columns: ['url'],
        count: 3,
        message: 'perf.url: it is gone, and all of its 3 values are in urls.url now.',
        location: { file: 'm/0001.sql', line: 2 },
      },
    ]);
  });

  it.each([
    [
      'to a child, the parent rebuilt',
      `${URLS} INSERT INTO urls SELECT p.id, 1, p.url FROM perf AS p WHERE p.url IS NOT NULL; ${REBUILD('id INTEGER PRIMARY KEY, n TEXT', 'id, n')}`,
    ],
    [
      'to a child whose reference a join found',
      `${URLS} INSERT INTO urls(url, perf_id) SELECT p.url, q.id FROM perf p JOIN perf q ON q.id = p.id WHERE p.url IS NOT NULL; ${DROP_URL}`,
    ],
    [
      'to a child, through a staging table',
      `CREATE TABLE s AS SELECT id, url FROM perf; ${URLS} INSERT INTO urls(perf_id, url) SELECT id, url FROM s WHERE url IS NOT NULL; DROP TABLE s; ${DROP_URL}`,
    ],
    [
      'to a child that is renamed afterwards',
      `${URLS} INSERT INTO urls SELECT id, 0, url FROM perf WHERE url > ''; ALTER TABLE urls RENAME url TO link; ALTER TABLE urls RENAME TO links; ${DROP_URL}`,
    ],
    [
      'to two children',
      `${URLS} CREATE TABLE others(perf_id INTEGER, url TEXT); INSERT INTO urls SELECT id, 0, url FROM perf WHERE id = 1; INSERT INTO others SELECT id, url FROM perf WHERE id > 1; ${DROP_URL}`,
    ],
    [
      'by a compound SELECT',
      `${URLS} INSERT INTO urls SELECT id, 0, url FROM perf WHERE id = 1 UNION ALL SELECT id, 1, url FROM perf WHERE id > 2; ${DROP_URL}`,
    ],
    [
      'to the parent that it refers to',
      'ALTER TABLE firm ADD COLUMN plan TEXT; UPDATE firm SET plan = (SELECT plan FROM staff WHERE firm_id = firm.id LIMIT 1); ALTER TABLE staff DROP COLUMN plan;',
    ],
    [
      'to a table of its distinct values',
      `CREATE TABLE plans(id INTEGER PRIMARY KEY, name TEXT UNIQUE); INSERT INTO plans(name) SELECT DISTINCT plan FROM staff;
      ALTER TABLE staff ADD COLUMN plan_id INTEGER REFERENCES plans(id); UPDATE staff SET plan_id = (SELECT id FROM plans WHERE name = staff.plan); ALTER TABLE staff DROP COLUMN plan;`,
    ],
    [
      'into another column, by an UPDATE',
      `ALTER TABLE perf ADD COLUMN link TEXT; UPDATE perf SET link = url; UPDATE perf SET link = 'none' WHERE link IS NULL; ${DROP_URL}`,
    ],
  ])('of a column that moved %s', (_, sql) => {
    expect(findings(sql)).toMatchObject([{ rule: 'moved', severity: 'notice' }]);
  });

  it.each([
    [
      'merged with another one',
      'CREATE TABLE people(name, mail); INSERT INTO people SELECT name, mail FROM users; INSERT INTO people SELECT name, mail FROM guests; DROP TABLE guests;',
      'guests: it is gone, and all of its 3 rows are in people now.',
    ],
    [
      'without a key, with equal rows',
      "CREATE TABLE logs(id INTEGER PRIMARY KEY, host, at, text); INSERT INTO logs VALUES (9, 'z', 0, ''); INSERT INTO logs(host, at, text) SELECT * FROM log; DROP TABLE log;",
      'log: it is gone, and all of its 3 rows are in logs now.',
    ],
    [
      'whose columns went to two tables with the key',
      'CREATE TABLE names(id INTEGER PRIMARY KEY, name); CREATE TABLE mails(guest INT, mail); INSERT INTO names SELECT id, name FROM guests; INSERT INTO mails SELECT id, mail FROM guests WHERE mail IS NOT NULL; DROP TABLE guests;',
      'guests: it is gone, and all of its 3 rows are in names and mails now.',
    ],
    [
      'divided between two',
      'CREATE TABLE l1(host, at, text); CREATE TABLE l2(host, at, text); INSERT INTO l1 SELECT * FROM log WHERE at < 2; INSERT INTO l2 SELECT * FROM log WHERE at > 1; DROP TABLE log;',
      'log: it is gone, and all of its 3 rows are in l1 and l2 now.',
    ],
  ])('of a table %s', (_, sql, message) => {
    expect(findings(sql)).toMatchObject([{ rule: 'moved', severity: 'notice', message }]);
  });

  it('of rows that were archived, with or without an allowance', () => {
    const sql =
      'CREATE TABLE archive(id INTEGER, name TEXT, mail TEXT); INSERT INTO archive SELECT * FROM guests WHERE id < 3; DELETE FROM guests WHERE id < 3;';
    const expected = [
      {
        rule: 'moved',
        severity: 'notice',
        table: 'guests',
        count: 2,
        message: 'guests: the 2 rows that are gone from there are in archive now.',
      },
    ];
    expect(findings(sql)).toMatchObject(expected);
    expect(findings(sql, [allowance('rows-lost', { table: 'guests', max: 2 })])).toMatchObject(expected);
  });
});

describe('a warning beside the loss', () => {
  it('counts the values of a column that are nowhere', () => {
    const sql = `${URLS} INSERT INTO urls SELECT id, 0, url FROM perf WHERE url LIKE '%a';\n${DROP_URL}`;
    expect(findings(sql)).toMatchObject([
      {
        rule: 'column-dropped',
        severity: 'error',
        count: 3,
        message: 'perf.url is gone, with 3 values. 1 is in urls.url now, 2 of 3 are nowhere.',
      },
      { rule: 'moved', severity: 'warning', count: 2, location: { line: 1 } },
    ]);
    const allow = [allowance('column-dropped', { table: 'perf', column: 'url' })];
    expect(findings(sql, allow)).toMatchObject([
      { rule: 'moved', severity: 'warning' },
      { rule: 'column-dropped', severity: 'notice' },
    ]);
  });

  it('sees a row left out although another row has the same value', () => {
    const sql = `${URLS} INSERT INTO urls SELECT id, 0, url FROM perf WHERE id < 4 AND url IS NOT NULL; ${DROP_URL}`;
    expect(findings(sql)).toMatchObject([{ rule: 'column-dropped' }, { rule: 'moved', count: 1 }]);
  });

  it.each([
    [
      'a conflict clause',
      'INSERT OR IGNORE INTO users(name, mail) SELECT name, mail FROM guests; DROP TABLE guests;',
      1,
    ],
    [
      'a join',
      'INSERT INTO users(name, mail) SELECT g.name, g.mail FROM guests g JOIN firm ON firm.id = g.id WHERE g.id > 1; DROP TABLE guests;',
      2,
    ],
    [
      'a condition',
      "INSERT INTO users(name, mail) SELECT name, mail FROM guests WHERE mail > 'm' AND id > 1; DROP TABLE guests;",
      2,
    ],
  ])('counts the rows of a table that %s left out, whatever is allowed', (_, sql, count) => {
    expect(findings(sql, [allowance('table-dropped', { table: 'guests' })])).toMatchObject([
      { rule: 'moved', severity: 'warning', table: 'guests', count },
      { rule: 'table-dropped', severity: 'notice' },
    ]);
  });

  it('counts deleted rows that were not archived', () => {
    const sql =
      'CREATE TABLE archive(id INTEGER, name TEXT, mail TEXT); INSERT INTO archive SELECT * FROM guests WHERE id < 2; DELETE FROM guests WHERE id < 3;';
    expect(findings(sql)).toMatchObject([
      {
        rule: 'rows-lost',
        count: 2,
        message: 'guests: 2 rows of 3 are gone. 1 is in archive now, 1 of 2 is nowhere.',
      },
      { rule: 'moved', severity: 'warning', count: 1 },
    ]);
  });

  it('can be allowed itself', () => {
    const sql = `${URLS} INSERT INTO urls SELECT id, 0, url FROM perf WHERE id = 1; ${DROP_URL}`;
    const allow = [allowance('column-dropped', { table: 'perf' }), allowance('moved', { table: 'perf' })];
    expect(findings(sql, allow).map(({ severity }) => severity)).toEqual(['notice', 'notice']);
  });
});

describe('nothing', () => {
  it.each([
    [
      'where a part of the columns was copied',
      'CREATE TABLE a(name TEXT); INSERT INTO a SELECT name FROM guests; DROP TABLE guests;',
      'table-dropped',
    ],
    [
      'where the copy was computed',
      `CREATE TABLE a(u TEXT); INSERT INTO a SELECT upper(url) FROM perf; ${DROP_URL}`,
      'column-dropped',
    ],
    [
      'where the copies went too',
      `CREATE TABLE a(u TEXT); INSERT INTO a SELECT url FROM perf; DROP TABLE a; ${DROP_URL}`,
      'column-dropped',
    ],
    [
      'where values of few kinds are found, but not as often',
      'CREATE TABLE a(p TEXT); INSERT INTO a SELECT plan FROM staff WHERE id > 1; ALTER TABLE staff DROP COLUMN plan;',
      'column-dropped',
    ],
    [
      'where one of two tables that took its columns misses a value',
      'CREATE TABLE names(id INTEGER PRIMARY KEY, name); CREATE TABLE mails(guest INT, mail); INSERT INTO names SELECT id, name FROM guests; INSERT INTO mails SELECT id, mail FROM guests WHERE id < 2; DROP TABLE guests;',
      'table-dropped',
    ],
    ['where nothing was copied', 'DELETE FROM guests;', 'rows-lost'],
  ])('is said of a move %s', (_, sql, rule) => {
    expect(findings(sql).map((finding) => finding.rule)).toEqual([rule]);
  });
});

it('names the place of the copy', () => {
  const sql =
    'CREATE TABLE urls(perf_id INTEGER, url TEXT);\nINSERT INTO urls SELECT id, url FROM perf WHERE url IS NOT NULL;\nALTER TABLE perf DROP COLUMN url;';
  expect(forRule('moved').after(SCHEMA, sql)).toMatchObject([
    { severity: 'notice', table: 'perf', location: { line: 2 } },
  ]);
});
