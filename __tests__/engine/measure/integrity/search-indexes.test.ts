import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { measure } from '../../../../src/engine/measure/measure.ts';
import { settingsWith } from '../../../support/preflight.ts';
import { databaseFrom, scratchFolder, sha256 } from '../../../support/scratch.ts';

const folder = scratchFolder();
const inspected = (path: string) => measure({ database: path, checks: settingsWith().checks });
const failures = (sql: string) => inspected(databaseFrom(folder, sql)).searchFailures;

/** A database whose shadow tables and schema were edited by hand, which SQLite's defences do not allow. */
function tampered(sql: string, edit: string): string {
  const path = databaseFrom(folder, sql);
  const db = new Database(path);
  db.unsafeMode(true);
  db.exec(edit);
  db.close();
  return path;
}

const FTS5 = `CREATE TABLE notes(id INTEGER PRIMARY KEY, body TEXT); INSERT INTO notes VALUES (1, 'apple'), (2, 'banana');
  CREATE VIRTUAL TABLE search USING fts5(body, content=notes, content_rowid='id');
  INSERT INTO search(search) VALUES ('rebuild');`;
const OWN = 'CREATE VIRTUAL TABLE s USING fts5(body); INSERT INTO s VALUES (1111);';

describe('search indexes', () => {
  it('are compared with the table that holds their content, which integrity_check does not do', () => {
    expect(failures(FTS5)).toEqual([]);
    const path = databaseFrom(folder, `${FTS5} UPDATE notes SET body = 'cherry' WHERE id = 1;`);
    const { searchFailures, integrity } = inspected(path);
    expect(searchFailures).toEqual([{ table: 'search', failure: 'mismatch' }]);
    expect(integrity).toEqual({ result: 'ok', messages: [] });
  });

  it('cannot be read where their content is gone, and the rest is measured all the same', () => {
    const path = databaseFrom(folder, `${FTS5} DROP TABLE notes; CREATE TABLE t(a);`);
    const { searchFailures, tables, unchecked } = inspected(path);
    expect(searchFailures).toEqual([
      { table: 'search', failure: 'unreadable', message: 'no such table: main.notes' },
    ]);
    expect(tables).toEqual([{ table: 't', rows: 0 }]);
    expect(unchecked).toEqual([]);
    expect(failures(`${FTS5} ALTER TABLE notes RENAME COLUMN body TO text;`)).toMatchObject([
      { failure: 'unreadable', message: 'no such column: T.body' },
    ]);
  });

  it.each([
    ['of its own', OWN],
    [
      'in a view',
      `${FTS5} CREATE VIEW v AS SELECT id, upper(body) AS b FROM notes;
      CREATE VIRTUAL TABLE x USING fts5(b, content='v', content_rowid='id'); INSERT INTO x(x) VALUES ('rebuild');`,
    ],
    ['nowhere', "CREATE VIRTUAL TABLE s USING fts5(a, content=''); INSERT INTO s(rowid, a) VALUES (1, 'x');"],
    [
      'nowhere, with deletes',
      `CREATE VIRTUAL TABLE s USING fts5(a, content='', contentless_delete=1);
      INSERT INTO s(rowid, a) VALUES (1, 'x'), (2, 'y'); DELETE FROM s WHERE rowid = 1;`,
    ],
    [
      'nowhere, in FTS4',
      "CREATE VIRTUAL TABLE s USING fts4(a, content=''); INSERT INTO s(docid, a) VALUES (1, 'x');",
    ],
    [
      'of its own, in FTS3 and an odd name',
      `CREATE VIRTUAL TABLE "odd ""name" USING fts3(a);
      INSERT INTO "odd ""name" VALUES ('x');`,
    ],
    ['in an R-tree', 'CREATE VIRTUAL TABLE s USING rtree_i32(id, a, b); INSERT INTO s VALUES (1, 2, 3);'],
    [
      'in a geopoly',
      "CREATE VIRTUAL TABLE s USING geopoly(a); INSERT INTO s(_shape) VALUES ('[[0,0],[1,0],[0,1],[0,0]]');",
    ],
  ])('are sound with content %s', (_, sql) => {
    const { searchFailures, integrity, unchecked } = inspected(databaseFrom(folder, sql));
    expect({ searchFailures, integrity: integrity.result, unchecked }).toEqual({
      searchFailures: [],
      integrity: 'ok',
      unchecked: [],
    });
  });

  it.each([
    ['FTS5 content', OWN, 'UPDATE s_content SET c0 = 2222'],
    ['FTS5 blocks', OWN, "UPDATE s_data SET block = x'ff'"],
    ['FTS5 without its blocks', OWN, 'DELETE FROM s_data'],
    [
      'FTS4 content',
      'CREATE VIRTUAL TABLE s USING fts4(a); INSERT INTO s VALUES (1111);',
      'UPDATE s_content SET c0a = 5',
    ],
    [
      'an R-tree',
      'CREATE VIRTUAL TABLE s USING rtree(id, a, b); INSERT INTO s VALUES (1111, 2, 3);',
      'DELETE FROM s_rowid',
    ],
    [
      'an R-tree without nodes',
      'CREATE VIRTUAL TABLE s USING rtree(id, a, b); INSERT INTO s VALUES (1, 2, 3);',
      'DELETE FROM s_node',
    ],
  ])('are refused where their shadow tables are malformed: %s', (_, sql, edit) => {
    const { searchFailures, integrity } = inspected(tampered(sql, edit));
    expect(searchFailures).toEqual([{ table: 's', failure: 'mismatch' }]);
    expect(integrity.result).toBe('damaged');
    expect(integrity.messages.join()).not.toContain('1111');
  });

  it.each([
    ['no such tokenizer: mine', OWN, "fts5(body, tokenize=''mine'')"],
    ['unknown tokenizer: mine', 'CREATE VIRTUAL TABLE s USING fts4(a);', 'fts4(a, tokenize=mine)'],
  ])('are not checked, and nothing is said of them, where there is %s', (missing, sql, module) => {
    const edit = `CREATE TABLE t(a); INSERT INTO t VALUES (1); PRAGMA writable_schema=ON;
      UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE s USING ${module}' WHERE name = 's'`;
    const { searchFailures, integrity, unchecked, tables } = inspected(tampered(sql, edit));
    expect(searchFailures).toEqual([]);
    expect(integrity.result).toBe('ok');
    expect(unchecked).toContainEqual({ check: 'search', table: 's', missing });
    expect(tables).toContainEqual({ table: 't', rows: 1 });
  });

  it('leave every byte as it was, in WAL mode too, sound or not', () => {
    for (const mode of ['DELETE', 'WAL']) {
      for (const more of ['', 'DELETE FROM notes;']) {
        const path = databaseFrom(folder, `PRAGMA journal_mode=${mode}; ${FTS5} ${more}`);
        const before = sha256(path);
        inspected(path);
        expect(sha256(path)).toBe(before);
        expect(existsSync(`${path}-journal`)).toBe(false);
        expect(existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).length : 0).toBe(0);
      }
    }
  });
});
