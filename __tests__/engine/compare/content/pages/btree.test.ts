import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { Bits } from '../../../../../src/engine/compare/content/pages/bits.ts';
import { LeafWalk } from '../../../../../src/engine/compare/content/pages/btree.ts';
import { kindOf } from '../../../../../src/engine/compare/content/pages/evidence.ts';
import { addChains, addUnownedPages } from '../../../../../src/engine/compare/content/pages/other-pages.ts';
import { PageFile, PageReader } from '../../../../../src/engine/compare/content/pages/page-file.ts';
import { KeyCursor } from '../../../../../src/engine/compare/content/records/key-cursor.ts';
import { RowCursor } from '../../../../../src/engine/compare/content/records/row-cursor.ts';
import { databaseFrom, scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();

/** Every kind of page: deep trees, overflow, free pages, and pointer maps where auto_vacuum is on. */
const schema = (pageSize: number, autoVacuum: number) => `
  PRAGMA page_size=${pageSize}; PRAGMA auto_vacuum=${autoVacuum};
  CREATE TABLE t(id INTEGER PRIMARY KEY, v); CREATE INDEX i ON t(v); CREATE TABLE k(a TEXT PRIMARY KEY, b) WITHOUT ROWID;
  CREATE TABLE gone(v);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO t SELECT i * 3, printf('%.*c', CASE WHEN i % 50 = 0 THEN 5000 ELSE 20 END, 'x') || i FROM n;
  INSERT INTO k SELECT v, id FROM t; INSERT INTO gone SELECT v FROM t; DROP TABLE gone; DELETE FROM t WHERE id % 7 = 0;`;

const FILES = [
  [512, 0],
  [512, 2],
  [1024, 1],
  [4096, 0],
  [4096, 2],
  [65536, 0],
] as const;

function withDatabase<Result>(
  [pageSize, autoVacuum]: readonly [number, number],
  act: (db: Database.Database, file: PageFile) => Result,
): Result {
  const path = databaseFrom(folder, schema(pageSize, autoVacuum));
  const db = new Database(path, { readonly: true });
  const file = new PageFile(path);
  try {
    return act(db, file);
  } finally {
    file.close();
    db.close();
  }
}

const column = (db: Database.Database, sql: string) => db.prepare(sql).pluck().all() as number[];
const rootOf = (db: Database.Database, name: string) =>
  column(db, `SELECT rootpage FROM sqlite_schema WHERE name = '${name}'`)[0] as number;

function leavesOf(file: PageFile, root: number): number[] {
  const reader = new PageReader(file, 0);
  const walk = new LeafWalk(reader, root, kindOf(reader, root));
  const leaves: number[] = [];
  for (let leaf = walk.next(); leaf !== 0; leaf = walk.next()) leaves.push(leaf);
  return leaves;
}

describe.each(FILES)('a file with pages of %i bytes and auto_vacuum %i', (...settings) => {
  it('gives the leaves of every tree in key order', () => {
    withDatabase(settings, (db, file) => {
      for (const name of ['t', 'i', 'k']) {
        const order = `SELECT pageno FROM dbstat WHERE name = '${name}' AND pagetype = 'leaf' ORDER BY path`;
        expect(leavesOf(file, rootOf(db, name))).toEqual(column(db, order));
      }
    });
  });

  it('steps through all rows with their rowids, and through those of a table without', () => {
    withDatabase(settings, (db, file) => {
      const rows = new RowCursor(file, rootOf(db, 't'), new Bits(0));
      const rowids: number[] = [];
      while (rows.advance()) rowids.push(rows.rowid);
      expect(rowids).toEqual(column(db, 'SELECT id FROM t ORDER BY id'));

      const keys = new KeyCursor(file, rootOf(db, 'k'));
      const texts: string[] = [];
      while (keys.advance()) {
        const record = keys.record();
        const [length] = db
          .prepare('SELECT length(a) FROM k ORDER BY a LIMIT 1 OFFSET ?')
          .pluck()
          .all(keys.rowid);
        const start = record.indexOf('xxxx');
        texts.push(record.subarray(start, start + Number(length)).toString());
      }
      expect(texts).toEqual(column(db, 'SELECT a FROM k ORDER BY a'));
    });
  });

  it('accounts for every page: trees, overflow, free and pointer maps', () => {
    withDatabase(settings, (db, file) => {
      const known = new Bits(file.pages);
      addUnownedPages(file, known);
      const inTrees = column(db, "SELECT pageno FROM dbstat WHERE pagetype <> 'overflow'");
      for (const page of inTrees) {
        expect(known.has(page)).toBe(false);
        known.add(page);
      }
      const reader = new PageReader(file);
      for (const page of inTrees) addChains(reader, new PageReader(file, 0), page, known);
      const missing = Array.from({ length: file.pages }, (_, at) => at + 1).filter(
        (page) => !known.has(page),
      );
      expect(missing).toEqual([]);
    });
  });
});
