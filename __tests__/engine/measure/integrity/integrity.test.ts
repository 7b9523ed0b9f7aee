import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { compare } from '../../../../src/engine/compare/compare.ts';
import { measure } from '../../../../src/engine/measure/measure.ts';
import { settingsWith } from '../../../support/preflight.ts';
import { randomFrom } from '../../../support/random.ts';
import { change, databaseFrom, scratchFolder } from '../../../support/scratch.ts';

/** What integrity a migrated copy has, given the tables that the comparison found untouched. */
const folder = scratchFolder();
const { checks } = settingsWith();

const SCHEMA = `
  CREATE TABLE a(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, n INT CHECK (n >= 0)); CREATE INDEX a_n ON a(n);
  CREATE TABLE b(k TEXT PRIMARY KEY, v, big BLOB) WITHOUT ROWID; CREATE INDEX b_v ON b(v);
  CREATE TABLE c(x, y); CREATE INDEX c_x ON c(x) WHERE y > 5;
  CREATE VIRTUAL TABLE words USING fts5(text);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
    INSERT INTO a SELECT i, 'name ' || i, i % 7 FROM n;
  INSERT INTO b SELECT name, n, CASE WHEN id % 90 = 0 THEN randomblob(9000) END FROM a;
  INSERT INTO c SELECT n, id % 11 FROM a; INSERT INTO words SELECT name FROM a;`;
const MIGRATION = `ALTER TABLE a ADD COLUMN extra TEXT DEFAULT 'none'; CREATE INDEX c_y ON c(y);`;

function migrated(sql = MIGRATION): { before: string; after: string } {
  const before = databaseFrom(folder, SCHEMA);
  const after = `${before}.after`;
  copyFileSync(before, after);
  change(after, sql);
  return { before, after };
}

function integrityOf(paths: { before: string; after: string }) {
  const { untouched } = compare({ ...paths, executed: [] });
  const { integrity } = measure({ database: paths.after, checks, untouched });
  expect(integrity.result).toBe(measure({ database: paths.after, checks }).integrity.result);
  return { untouched, ...integrity };
}

/** Overwrites `text` on the leaves of one table or index. */
function overwrite(path: string, object: string, text: string, by: string): void {
  const db = new Database(path, { readonly: true });
  const leaves = db.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'").pluck();
  const pages = leaves.all(object) as number[];
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(path);
  let times = 0;
  for (const page of pages) {
    const leaf = bytes.subarray((page - 1) * size, page * size);
    for (let at = leaf.indexOf(text); at >= 0; at = leaf.indexOf(text, at + 1), times += 1)
      leaf.write(by, at);
  }
  expect(times).toBeGreaterThan(0);
  writeFileSync(path, bytes);
}

describe('tables that a migration leaves alone', () => {
  it('are those whose rows and indexes are in the same bytes, columns appended or not', () => {
    const { untouched, result } = integrityOf(migrated());
    expect(result).toBe('ok');
    expect(untouched).toEqual(expect.arrayContaining(['a', 'b', 'words_data', 'words_content']));
    expect(untouched).not.toContain('c');
  });

  it.each([
    ['a row changed', "UPDATE a SET name = 'other' WHERE id = 7", 'a'],
    ['an index was dropped', 'DROP INDEX b_v', 'b'],
    ['an index was made anew elsewhere', 'DROP INDEX b_v; CREATE TABLE z(a); CREATE INDEX b_v ON b(v)', 'b'],
    ['it was renamed', 'ALTER TABLE a RENAME TO aa', 'aa'],
    ['a column was renamed', 'ALTER TABLE a RENAME COLUMN n TO m', 'a'],
    ['an index of it is partial and a column was added', 'ALTER TABLE c ADD COLUMN z', 'c'],
    ['everything moved', 'DELETE FROM a WHERE id < 300; VACUUM', 'a'],
    ['the full-text index was changed', "INSERT INTO words VALUES ('more')", 'words_data'],
  ])('do not count as such when %s', (_, sql, table) => {
    const { untouched, result } = integrityOf(migrated(sql));
    expect(result).toBe('ok');
    expect(untouched).not.toContain(table);
  });
});

describe('a table whose rows reach into overflow pages', () => {
  it('does not count as untouched when one of those pages changed', () => {
    const paths = migrated();
    const db = new Database(paths.after, { readonly: true });
    const [page = 0] = db
      .prepare("SELECT pageno FROM dbstat WHERE name = 'b' AND pagetype = 'overflow'")
      .pluck()
      .all() as number[];
    db.close();
    const bytes = readFileSync(paths.after);
    bytes.fill(0, page * 4096 - 100, page * 4096 - 50);
    writeFileSync(paths.after, bytes);
    expect(integrityOf(paths).untouched).not.toContain('b');
  });
});

describe('damage in after alone', () => {
  it.each([
    ['an index entry of an untouched table', 'sqlite_autoindex_a_1'],
    ['a row of an untouched table', 'a'],
    ['a row of a table WITHOUT ROWID', 'b'],
  ])('is found: %s', (_, object) => {
    const paths = migrated();
    overwrite(paths.after, object, 'name 77', 'nane 77');
    expect(integrityOf(paths)).toMatchObject({ result: 'damaged' });
  });

  it('is found in an index that the migration made', () => {
    const paths = migrated('CREATE INDEX a_extra ON a(name DESC); INSERT INTO c VALUES (1, 1)');
    overwrite(paths.after, 'a_extra', 'name 77', 'nane 77');
    expect(integrityOf(paths)).toMatchObject({ result: 'damaged' });
  });

  it.each([
    ['CHECK', 'PRAGMA ignore_check_constraints=ON; UPDATE a SET n = -1 WHERE id = 9'],
    [
      'a CHECK that came with a new column',
      'PRAGMA ignore_check_constraints=ON; ALTER TABLE a ADD COLUMN z DEFAULT 0 CHECK (z > n)',
    ],
  ])('is found where rows break %s', (_, sql) => {
    expect(integrityOf(migrated(sql))).toMatchObject({ result: 'damaged' });
  });

  it('is found in a full-text index, touched or not', () => {
    const touched = migrated("INSERT INTO words VALUES ('more')");
    overwrite(touched.after, 'words_content', 'name 77', 'nane 77');
    expect(integrityOf(touched)).toMatchObject({ result: 'damaged' });
  });

  it('is judged as by a check of the whole file, wherever it lies', () => {
    const found = { ok: 0, damaged: 0 };
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = randomFrom(seed);
      const paths = migrated(random.chance(0.5) ? MIGRATION : `${MIGRATION} DELETE FROM a WHERE id > 200;`);
      const bytes = readFileSync(paths.after);
      // The first page holds the schema: damage there is met before any check.
      for (let times = 1 + random.below(3); times > 0; times -= 1) {
        const at = 4096 + random.below(bytes.length - 4096);
        if (random.chance(0.5)) bytes[at] = random.below(256);
        else bytes.fill(random.below(256), at, at + random.below(600));
      }
      writeFileSync(paths.after, bytes);
      found[verdictOf(paths)] += 1;
    }
    expect(found.ok).toBeGreaterThan(5);
    expect(found.damaged).toBeGreaterThan(50);
  });
});

function verdictOf(paths: { before: string; after: string }): 'ok' | 'damaged' {
  let untouched: readonly string[] = [];
  try {
    untouched = compare({ ...paths, executed: [] }).untouched;
  } catch {
    // So much damage that nothing can be compared: everything is checked.
  }
  const { result } = measure({ database: paths.after, checks }).integrity;
  expect(measure({ database: paths.after, checks, untouched }).integrity.result).toBe(result);
  return result === 'ok' ? 'ok' : 'damaged';
}
