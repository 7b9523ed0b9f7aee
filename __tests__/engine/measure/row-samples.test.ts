import { describe, expect, it } from '@jest/globals';
import type { SampleRow, Samples } from '../../../src/facts/samples.ts';
import { judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

/** `id=1 name: 'a' → NULL`, for each sample row of the findings of one rule. */
function shown(rule: string, samples: Samples, schema: string, migration?: string): string[] {
  const settings = { samples, checks: { required: [{ table: 't', column: 'v' }] } };
  const { findings } = judged(measured(folder, schema, migration, settings), settings);
  const found = findings.filter((finding) => finding.rule === rule);
  expect(found.length).toBeGreaterThan(0);
  return found.flatMap((finding) => (finding.samples ?? []).map(formatted));
}

function formatted({ key, values = [] }: SampleRow): string {
  const sides = values.map(
    ({ column, before, after }) =>
      `${column}: ${[before, after].filter((side) => side !== undefined).join(' → ')}`,
  );
  return [...key.map(({ column, value }) => `${column}=${value}`), ...sides].join(' ');
}

const T =
  "CREATE TABLE t(id INTEGER PRIMARY KEY, v, w); INSERT INTO t VALUES (1, 'a', 'x'), (2, 'b', 'y'), (3, 'c', 'z');";

describe('sample rows', () => {
  it('are not measured unless they are asked for', () => {
    const facts = measured(folder, T, 'DELETE FROM t WHERE id = 1; UPDATE t SET v = NULL;');
    expect(JSON.stringify(facts.changes)).not.toContain('samples');
    expect(JSON.stringify(facts.after)).not.toContain('samples');
  });

  it('of lost rows have the key, and with values what the rows held', () => {
    const migration = 'DELETE FROM t WHERE id <> 2';
    expect(shown('rows-lost', 'keys', T, migration)).toEqual(['id=1', 'id=3']);
    expect(shown('rows-lost', 'values', T, migration)).toEqual(["id=1 v: 'a' w: 'x'", "id=3 v: 'c' w: 'z'"]);
  });

  it('of changed values have the columns concerned only, and of those the ones that differ in this row', () => {
    const migration = "UPDATE t SET v = upper(v), w = CASE id WHEN 2 THEN 'Y' ELSE w END WHERE id < 3";
    expect(shown('values-changed', 'keys', T, migration)).toEqual(['id=1', 'id=2']);
    expect(shown('values-changed', 'values', T, migration)).toEqual([
      "id=1 v: 'a' → 'A'",
      "id=2 v: 'b' → 'B' w: 'y' → 'Y'",
    ]);
  });

  it('tell values that were nulled and retyped apart', () => {
    const migration = 'UPDATE t SET v = NULL WHERE id = 1; UPDATE t SET v = 7 WHERE id = 2;';
    expect(shown('values-cleared', 'values', T, migration)).toEqual(["id=1 v: 'a' → NULL"]);
    expect(shown('values-retyped', 'values', T, migration)).toEqual(["id=2 v: 'b' → 7"]);
    expect(shown('required-null', 'values', T, migration)).toEqual(['id=1']);
  });

  it('of replaced keys are the rows that were there before', () => {
    expect(shown('rows-replaced', 'keys', T, 'UPDATE t SET id = id + 10 WHERE id > 1')).toEqual([
      'id=2',
      'id=3',
    ]);
  });

  it('of orphans have the key that finds no parent', () => {
    const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE c(a, b, p REFERENCES p(id), PRIMARY KEY (a, b)) WITHOUT ROWID;
      INSERT INTO c VALUES ('k', 1, 1), ('k', 2, 9), ('l', 3, NULL);`;
    expect(shown('orphans-present', 'keys', schema)).toEqual(["a='k' b=2"]);
    expect(shown('orphans-present', 'values', schema)).toEqual(["a='k' b=2 p: 9"]);
    const healthy = schema.replace('2, 9', '2, 1');
    expect(shown('orphans-introduced', 'values', healthy, 'DELETE FROM p')).toEqual([
      "a='k' b=1 p: 1",
      "a='k' b=2 p: 1",
    ]);
  });

  it('are left out where new orphans and older ones are not told apart', () => {
    const schema = `CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE c(id INTEGER PRIMARY KEY, p REFERENCES p(id)); INSERT INTO c VALUES (1, 1), (2, 9);`;
    expect(shown('orphans-introduced', 'values', schema, 'DELETE FROM p')).toEqual([]);
    expect(shown('orphans-present', 'values', schema, 'DELETE FROM p')).toEqual([]);
  });

  it('are five at most', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, v);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) INSERT INTO t SELECT i, i FROM n;`;
    expect(shown('rows-lost', 'keys', schema, 'DELETE FROM t')).toHaveLength(5);
    expect(shown('required-null', 'keys', schema, 'UPDATE t SET v = NULL')).toHaveLength(5);
  });

  it('go by the rowid where there is no primary key', () => {
    const schema = "CREATE TABLE t(v, w); INSERT INTO t VALUES ('a', 1), ('b', 2), ('b', 2), (NULL, 3);";
    expect(shown('rows-lost', 'values', schema, "DELETE FROM t WHERE v = 'a'")).toEqual([
      "rowid=1 v: 'a' w: 1",
    ]);
    expect(shown('values-changed', 'values', schema, 'UPDATE t SET w = 9 WHERE v IS NULL')).toEqual([
      'rowid=4 w: 3 → 9',
    ]);
  });

  it('go by the key also where it may repeat', () => {
    const schema =
      "CREATE TABLE t(k TEXT PRIMARY KEY, v); INSERT INTO t VALUES ('a', 1), (NULL, 2), (NULL, 3);";
    expect(shown('rows-lost', 'values', schema, 'DELETE FROM t WHERE v = 1')).toEqual(["k='a' v: 1"]);
    expect(shown('values-changed', 'values', schema, "UPDATE t SET v = 8 WHERE k = 'a'")).toEqual([
      "k='a' v: 1 → 8",
    ]);
  });

  it('are found by the former name of a renamed key and table', () => {
    const migration =
      'ALTER TABLE t RENAME COLUMN id TO number; ALTER TABLE t RENAME TO u; DELETE FROM u WHERE number = 1; UPDATE u SET w = 1 WHERE number = 2;';
    expect(shown('rows-lost', 'keys', T, migration)).toEqual(['id=1']);
    expect(shown('values-retyped', 'values', T, migration)).toEqual(["number=2 w: 'y' → 1"]);
  });
});

describe('a sample value', () => {
  const spelling = (sql: string, before = '') =>
    shown(
      'rows-lost',
      'values',
      `${before} CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, ${sql});`,
      'DELETE FROM t',
    )[0]?.replace('id=1 v: ', '');

  it.each([
    ['9223372036854775807', '9223372036854775807'],
    ['-9007199254740993', '-9007199254740993'],
    ['1.0', '1.0'],
    ['0.1', '0.1'],
    ['9e999', 'Infinity'],
    ["'it''s'", "'it''s'"],
    ["''", "''"],
    ["x''", "x'' (0 bytes)"],
    ["x'00ff'", "x'00ff' (2 bytes)"],
    ['zeroblob(1000)', `x'${'00'.repeat(16)}…' (1000 bytes)`],
    ["'a' || char(0) || 'b'", "'a\0b'"],
    ["CAST(x'61ff62' AS TEXT)", "'a\ufffdb'"],
    ["char(27) || '[31m' || char(8238)", "'\u001b[31m\u202e'"],
    ["replace(hex(zeroblob(40)), '0', 'x')", `'${'x'.repeat(80)}'`],
    ["replace(hex(zeroblob(41)), '0', '😀')", `'${'😀'.repeat(80)}…'`],
  ])('%s is formatted so that it harms nobody', (sql, expected) => {
    expect(spelling(sql)).toBe(expected);
  });

  it.each(['UTF-16le', 'UTF-16be'])('is read in %s', (encoding) => {
    expect(spelling("'größe 😀' || char(0) || 'x'", `PRAGMA encoding='${encoding}';`)).toBe("'größe 😀\0x'");
  });
});

describe("SQLite's message", () => {
  const SECRET = 'zq7';
  const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, '${SECRET}');
    CREATE TRIGGER guard BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'no: ' || OLD.v); END;`;
  it.each([
    ['none', 'message withheld (samples: none)'],
    ['keys', 'message withheld (samples: keys)'],
    ['values', `no: ${SECRET}`],
  ] as const)('is with samples: %s told as %j', (samples, message) => {
    expect(measured(folder, schema, 'DELETE FROM t', { samples }).rehearsal.failure?.message).toBe(message);
  });
});
