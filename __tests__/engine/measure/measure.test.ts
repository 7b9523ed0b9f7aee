import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { measure } from '../../../src/engine/measure/measure.ts';
import { type CaseSettings, settingsWith } from '../../support/preflight.ts';
import { databaseFrom, scratchFolder, sha256 } from '../../support/scratch.ts';

const folder = scratchFolder();
const inspected = (path: string, checks: CaseSettings['checks'] = {}) =>
  measure({ database: path, checks: settingsWith({ checks }).checks });
const measured = (sql: string, checks: CaseSettings['checks'] = {}) =>
  inspected(databaseFrom(folder, sql), checks);

describe('measure', () => {
  it('counts the rows of every table, virtual ones included and shadow tables left out', () => {
    const { tables } =
      measured(`CREATE TABLE "odd ""name"" 🙂"(a); INSERT INTO "odd ""name"" 🙂" VALUES (1), (2);
      CREATE TABLE "select"(k TEXT PRIMARY KEY) WITHOUT ROWID; CREATE VIRTUAL TABLE docs USING fts5(body);
      INSERT INTO docs VALUES ('a'), ('b'), ('c');`);
    expect(tables).toEqual([
      { table: 'odd "name" 🙂', rows: 2 },
      { table: 'select', rows: 0 },
      { table: 'docs', rows: 3 },
    ]);
  });

  it('counts NULLs in required columns, whatever the case of their names, and passes over absent ones', () => {
    const { required } = measured(
      'CREATE TABLE Goals(Root_ID); INSERT INTO Goals VALUES (1), (NULL), (NULL);',
      {
        required: [
          { table: 'goals', column: 'root_id' },
          { table: 'goals', column: 'other' },
          { table: 'none', column: 'root_id' },
        ],
      },
    );
    expect(required).toEqual([{ table: 'Goals', column: 'Root_ID', nulls: 2 }]);
  });

  it('finds rows that break a CHECK, which a read-only connection does not look at', () => {
    const broken =
      'CREATE TABLE t(a CHECK (a > 0)); PRAGMA ignore_check_constraints=ON; INSERT INTO t VALUES (-1);';
    expect(measured(broken).integrity).toEqual({
      result: 'damaged',
      messages: ['CHECK constraint failed in t'],
    });
    expect(measured('CREATE TABLE t(a CHECK (a > 0)); INSERT INTO t VALUES (1);').integrity.result).toBe(
      'ok',
    );
  });

  it('changes no byte of the copy, in WAL mode neither', () => {
    for (const mode of ['DELETE', 'WAL']) {
      const path = databaseFrom(
        folder,
        `PRAGMA journal_mode=${mode}; CREATE TABLE t(a); INSERT INTO t VALUES (1);`,
      );
      const before = sha256(path);
      inspected(path);
      expect(sha256(path)).toBe(before);
    }
  });

  it('tells views and triggers that do not compile from those that only use them', () => {
    const { broken } =
      measured(`CREATE TABLE t(a); CREATE VIEW w AS SELECT * FROM v; CREATE VIEW v AS SELECT b FROM t;
      CREATE TRIGGER g INSTEAD OF DELETE ON v BEGIN SELECT 1; END; CREATE VIEW sound AS SELECT a FROM t;`);
    expect(broken).toEqual([
      { kind: 'view', name: 'w', message: 'no such column: b', through: 'v' },
      { kind: 'view', name: 'v', message: 'no such column: b' },
      { kind: 'trigger', name: 'g', table: 'v', message: 'no such column: b', through: 'v' },
    ]);
  });

  it('reads the highest ids of AUTOINCREMENT tables alone', () => {
    const { sequences } =
      measured(`CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a); CREATE TABLE u(id INTEGER PRIMARY KEY);
      INSERT INTO t(id) VALUES (7); DELETE FROM t; INSERT INTO u VALUES (9); CREATE TABLE v(id INTEGER PRIMARY KEY AUTOINCREMENT);
      INSERT INTO sqlite_sequence VALUES ('u', 9);`);
    expect(sequences).toEqual([{ table: 't', seq: 7 }]);
  });

  it('reads the header values', () => {
    const { header } = measured(
      'PRAGMA encoding="UTF-16le"; PRAGMA page_size=8192; PRAGMA auto_vacuum=FULL; PRAGMA user_version=3; PRAGMA application_id=9; CREATE TABLE t(a)',
    );
    expect(header).toEqual({
      userVersion: 3,
      applicationId: 9,
      pageSize: 8192,
      encoding: 'UTF-16le',
      autoVacuum: 1,
      journalMode: 'delete',
    });
  });
});

describe('integrity', () => {
  it('is ok for a sound file', () => {
    expect(measured('CREATE TABLE t(a CHECK (a > 0)); INSERT INTO t VALUES (1)').integrity).toEqual({
      result: 'ok',
      messages: [],
    });
  });

  it('is damaged where an index lacks a row, and names no rowid', () => {
    const path = databaseFrom(
      folder,
      'CREATE TABLE t(a INT); CREATE INDEX i ON t(a); INSERT INTO t VALUES (1111), (2222), (3333);',
    );
    const bytes = readFileSync(path);
    // In the index's leaf, the record of 2222 becomes one of 2223.
    const at = bytes.lastIndexOf(Buffer.from([0x08, 0xae]));
    bytes[at + 1] = 0xaf;
    writeFileSync(path, bytes);
    const { result, messages } = inspected(path).integrity;
    expect(result).toBe('damaged');
    expect(messages.join('\n')).toMatch(/missing from index i/);
    expect(messages.join('\n')).not.toMatch(/row \d/);
  });

  it('is damaged where a page is garbage', () => {
    const path = databaseFrom(
      folder,
      'CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(3000)), (zeroblob(3000)), (zeroblob(3000));',
    );
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, 4096 + 64);
    writeFileSync(path, bytes);
    const { integrity, tables, unchecked } = inspected(path);
    expect(integrity.result).toBe('damaged');
    expect(tables).toEqual([]);
    expect(unchecked).toMatchObject([
      { check: 'rows', table: 't', missing: expect.stringContaining('malformed') },
    ]);
  });

  it('stays checkable table by table where one table needs a missing collation', () => {
    const path = databaseFrom(
      folder,
      'CREATE TABLE good(a); CREATE TABLE odd(a TEXT COLLATE NOCASE); CREATE INDEX i ON odd(a);',
    );
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf('NOCASE'); at !== -1; at = bytes.indexOf('NOCASE')) bytes.write('MISSED', at);
    writeFileSync(path, bytes);
    const { integrity, unchecked, tables } = inspected(path);
    expect(integrity.result).toBe('ok');
    expect(unchecked).toContainEqual({
      check: 'integrity',
      table: 'odd',
      missing: 'no such collation sequence: MISSED',
    });
    expect(tables).toContainEqual({ table: 'odd', rows: 0 });
  });
});

describe('orphans', () => {
  it('are counted per foreign key, composite keys and self references included', () => {
    const { orphans, mismatches } = measured(`
      CREATE TABLE p(a, b, PRIMARY KEY (a, b)); INSERT INTO p VALUES (1, 1);
      CREATE TABLE c(x, y, up INTEGER, id INTEGER PRIMARY KEY, FOREIGN KEY (x, y) REFERENCES p, FOREIGN KEY (up) REFERENCES c(id));
      INSERT INTO c VALUES (1, 1, NULL, 1), (1, 2, 1, 2), (NULL, 9, 7, 3), (2, 2, 8, 4);`);
    expect(mismatches).toEqual([]);
    expect(orphans).toEqual([
      { table: 'c', columns: ['x', 'y'], parent: 'p', parentColumns: ['a', 'b'], rows: 2 },
      { table: 'c', columns: ['up'], parent: 'c', parentColumns: ['id'], rows: 2 },
    ]);
  });

  it("use the parent's affinity and collation, as SQLite does when it enforces", () => {
    const { orphans } = measured(`
      CREATE TABLE p(k TEXT PRIMARY KEY COLLATE NOCASE); INSERT INTO p VALUES ('A'), ('01');
      CREATE TABLE c(k REFERENCES p(k)); INSERT INTO c VALUES ('a'), (1);`);
    expect(orphans).toEqual([{ table: 'c', columns: ['k'], parent: 'p', parentColumns: ['k'], rows: 1 }]);
  });

  it.each([
    ['no-parent-table', 'CREATE TABLE c(p REFERENCES gone(id)); INSERT INTO c VALUES (1), (NULL);', 1],
    [
      'no-parent-column',
      'CREATE TABLE p(a); CREATE TABLE c(p REFERENCES p(b)); INSERT INTO c VALUES (1);',
      1,
    ],
    [
      'parent-not-unique',
      'CREATE TABLE p(a); CREATE TABLE c(p REFERENCES p(a)); INSERT INTO c VALUES (1);',
      1,
    ],
    [
      'parent-not-unique',
      'CREATE TABLE p(a); CREATE UNIQUE INDEX i ON p(a) WHERE a > 0; CREATE TABLE c(p REFERENCES p(a));',
      0,
    ],
    [
      'parent-not-unique',
      'CREATE TABLE p(a TEXT); CREATE UNIQUE INDEX i ON p(a COLLATE NOCASE); CREATE TABLE c(p REFERENCES p(a));',
      0,
    ],
  ])('say %s where SQLite cannot enforce a key', (cause, sql, rows) => {
    expect(measured(sql).mismatches).toMatchObject([{ table: 'c', cause, rows }]);
  });

  it('of the other keys are still counted where one key of the table cannot be enforced', () => {
    const { orphans, mismatches } = measured(`
      CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
      CREATE TABLE c(bad REFERENCES gone(id), good INT REFERENCES p(id)); INSERT INTO c VALUES (1, 1), (1, 2);`);
    expect(mismatches).toMatchObject([{ columns: ['bad'], rows: 2 }]);
    expect(orphans).toMatchObject([{ columns: ['good'], rows: 1 }]);
  });

  it('rest on a plain unique index as well as on a primary key', () => {
    const { mismatches } = measured(
      'CREATE TABLE p(a, b); CREATE UNIQUE INDEX i ON p(b, a); CREATE TABLE c(x, y, FOREIGN KEY (x, y) REFERENCES p(a, b));',
    );
    expect(mismatches).toEqual([]);
  });
});
