import { describe, expect, it } from '@jest/globals';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('rows-replaced');
const folder = scratchFolder();

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

describe('keys that are the old ones in another class', () => {
  const schema = `CREATE TABLE member(id INTEGER PRIMARY KEY, nick TEXT); INSERT INTO member VALUES (1, 'ann'), (2, 'bo'), (7, 'cy');`;
  const rebuild = (columns: string, select: string, table = 'member') =>
    `CREATE TABLE n(${columns}); INSERT INTO n ${select}; DROP TABLE ${table}; ALTER TABLE n RENAME TO ${table};`;
  const rules = (before: string, sql: string) =>
    judged(measured(folder, before, sql, { foreignKeys: false }))
      .findings.filter(({ rule }) => /^(rows|values)-/.test(rule))
      .map(({ rule, columns = [], count }) => [rule, columns.join(), count]);

  it.each([
    ['with NOT NULL', 'id TEXT PRIMARY KEY NOT NULL, nick TEXT', 'SELECT id, nick FROM member'],
    ['without NOT NULL', 'id TEXT PRIMARY KEY, nick TEXT', 'SELECT id, nick FROM member'],
    [
      'in another order',
      'id VARCHAR(36) NOT NULL, nick TEXT, PRIMARY KEY (id)',
      'SELECT id, nick FROM member ORDER BY id DESC',
    ],
  ])('are one finding as texts, %s', (_, columns, select) => {
    expect(rules(schema, rebuild(columns, select))).toEqual([['values-retyped', 'id', 3]]);
  });

  it('are one finding as texts, of values that changed where an expression of its own converts them', () => {
    const sql = rebuild(
      'id TEXT PRIMARY KEY NOT NULL, nick TEXT',
      'SELECT CAST(id AS TEXT), nick FROM member',
    );
    expect(rules(schema, sql)).toEqual([['values-changed', 'id', 3]]);
  });

  it('are one finding as numbers', () => {
    const texts = `CREATE TABLE member(id TEXT PRIMARY KEY NOT NULL, nick); INSERT INTO member VALUES ('1', 'ann'), ('12', 'bo');`;
    const sql = rebuild('id INTEGER PRIMARY KEY, nick', 'SELECT id, nick FROM member');
    expect(rules(texts, sql)).toEqual([['values-retyped', 'id', 2]]);
  });

  it('are one finding within a key of two columns', () => {
    const seats = `CREATE TABLE seat(a INTEGER NOT NULL, b TEXT NOT NULL, who, PRIMARY KEY (a, b)); INSERT INTO seat VALUES (1, 'x', 5), (1, 'y', 6);`;
    const sql = rebuild(
      'a TEXT NOT NULL, b TEXT NOT NULL, who, PRIMARY KEY (a, b)',
      'SELECT * FROM seat',
      'seat',
    );
    expect(rules(seats, sql)).toEqual([['values-retyped', 'a', 2]]);
  });

  it('are replaced where others came, and lost where they did not come', () => {
    const columns = 'id TEXT PRIMARY KEY NOT NULL, nick TEXT';
    expect(rules(schema, rebuild(columns, "SELECT 'u' || id, nick FROM member"))).toEqual([
      ['rows-replaced', '', 3],
    ]);
    expect(rules(schema, rebuild(columns, 'SELECT id, nick FROM member WHERE id < 3'))).toEqual([
      ['rows-lost', '', 1],
      ['values-retyped', 'id', 2],
    ]);
    const padded = `CREATE TABLE member(id TEXT PRIMARY KEY NOT NULL, nick); INSERT INTO member VALUES ('007', 'ann'), ('12', 'bo');`;
    const numbers = rebuild('id INTEGER PRIMARY KEY, nick', 'SELECT id, nick FROM member');
    expect(rules(padded, numbers)).toEqual([
      ['rows-replaced', '', 1],
      ['values-retyped', 'id', 1],
    ]);
  });
});
