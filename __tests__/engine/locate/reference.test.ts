import { copyFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { makeReference } from '../../../src/engine/locate/reference.ts';
import { withConnection } from '../../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../../src/engine/sqlite/read-schema.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

/** Makes a reference of a database with all of its tables, and reads them by the names that it gives. */
function referenceOf(schema: string) {
  const path = databaseFrom(mkdtempSync(join(folder, 'reference-')), schema);
  const { tables } = withConnection(path, 'read', readSchema);
  const names = makeReference(path, tables).map((name) => name.replace('"preflight reference".', ''));
  const db = new Database(path);
  const rows = names.map((name) => db.prepare(`SELECT * FROM ${name}`).raw().all());
  // The pages of what it does not have stay where they are.
  const integrity = (db.pragma('integrity_check') as { integrity_check: string }[])
    .flatMap(({ integrity_check: text }) => text.split('\n'))
    .filter((line) => !/^\*\*\* in database|: never used$/.test(line));
  const left = db
    .prepare("SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')")
    .pluck()
    .get();
  db.close();
  return { originals: tables.map(({ name }) => name), names, rows, integrity, left };
}

describe('a reference', () => {
  it('has the rows of each table under a name that no migration uses', () => {
    const { originals, names, rows, integrity } = referenceOf(
      'CREATE TABLE a(x); INSERT INTO a VALUES (1), (2); CREATE TABLE b(y UNIQUE); INSERT INTO b VALUES (3);',
    );
    expect(originals).toEqual(['a', 'b']);
    expect(names).toEqual(['"preflight watched 0"', '"preflight watched 1"']);
    expect(rows).toEqual([[[1], [2]], [[3]]]);
    expect(integrity.filter((line) => line !== 'ok')).toEqual([]);
  });

  it.each([
    [
      'keys of all kinds',
      'CREATE TABLE t(a TEXT PRIMARY KEY, b UNIQUE, c, UNIQUE (b, c)); INSERT INTO t VALUES (1, 2, 3);',
    ],
    [
      'no rowid',
      'CREATE TABLE t(a, b, PRIMARY KEY (b, a), UNIQUE (a)) WITHOUT ROWID; INSERT INTO t VALUES (1, 2);',
    ],
    ['a check that names it', 'CREATE TABLE t(a CHECK (t.a > 0), b UNIQUE); INSERT INTO t VALUES (1, 2);'],
    [
      'a check that names it otherwise',
      'CREATE TABLE t(a, b, CHECK ("T" . a > 0)); INSERT INTO t VALUES (1, 2);',
    ],
    ['a generated column', 'CREATE TABLE t(a, b AS (a + 1) STORED); INSERT INTO t VALUES (1);'],
    ['a key to itself', 'CREATE TABLE t(a PRIMARY KEY, b REFERENCES t(a)); INSERT INTO t VALUES (1, NULL);'],
    ['a column of its name', "CREATE TABLE t(t, b DEFAULT 't.'); INSERT INTO t VALUES (1, 2);"],
    [
      'a name that needs quotes',
      'CREATE TABLE "o\'d""d\ntable"(a UNIQUE, "b c"); INSERT INTO "o\'d""d\ntable" VALUES (1, 2);',
    ],
    ['a name in brackets', 'CREATE TABLE [x y](a UNIQUE); INSERT INTO [x y] VALUES (1);'],
    [
      'what belongs to it',
      'CREATE TABLE t(a, b); CREATE INDEX i ON t(b); CREATE VIEW v AS SELECT * FROM t; CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END; INSERT INTO t VALUES (1, 2);',
    ],
    ['a sequence', 'CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT, b); INSERT INTO t VALUES (1, 2);'],
    ['text made by SELECT', "CREATE TABLE t AS SELECT 1 AS a, 'x' AS b;"],
  ])('can be made of a table with %s', (_, schema) => {
    const { rows, integrity, left } = referenceOf(schema);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows[0]).toHaveLength(1);
    expect(integrity.filter((line) => line !== 'ok')).toEqual([]);
    expect(left).toBe(0);
  });

  it('can be made of a search index', () => {
    const { rows } = referenceOf("CREATE VIRTUAL TABLE s USING fts5(a); INSERT INTO s VALUES ('word');");
    expect(rows[0]).toEqual([['word']]);
  });

  it('of many tables takes time in proportion to their number', () => {
    const made = (size: number) => {
      const place = mkdtempSync(join(folder, 'many-'));
      const names = Array.from({ length: size }, (_, at) => `t${at}`);
      const path = databaseFrom(place, names.map((name) => `CREATE TABLE ${name}(a, b UNIQUE);`).join(''));
      return { path, place, tables: withConnection(path, 'read', readSchema).tables };
    };
    let turn = 0;
    const measured = ({ path, place, tables }: ReturnType<typeof made>) => {
      turn += 1;
      const copy = join(place, `${turn}.db`);
      copyFileSync(path, copy);
      makeReference(copy, tables);
    };
    expect(growthOf(measured, 100, made)).toBeLessThan(LINEAR);
  });
});
