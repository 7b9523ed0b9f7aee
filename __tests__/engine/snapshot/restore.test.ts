import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../../src/engine/snapshot/inspect.ts';
import { FORMS } from '../../support/forms.ts';
import { databaseFrom, firstValue, scratchFolder, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();

async function restored(text: string | Buffer, name = 'dump.sql') {
  const snapshot = writeText(folder, name, text);
  const result = await inspect({ snapshot, name, folder: mkdtempSync(join(folder, 'copies-')) });
  if ('unusable' in result) throw new Error(result.unusable.reason);
  return result;
}

const CHILD_FIRST = `PRAGMA defer_foreign_keys=TRUE;
CREATE TABLE "child" (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent(id));
INSERT INTO "child" ("id","parent") VALUES(1,1);
CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
INSERT INTO "parent" ("id","name") VALUES(1,'it''s; -- here');
DELETE FROM sqlite_sequence;
INSERT INTO "sqlite_sequence" ("name","seq") VALUES('parent',9);
CREATE INDEX by_name ON parent(name);
`;

describe('a dump', () => {
  it('as wrangler writes it, children first and without a transaction, is restored', async () => {
    const result = await restored(CHILD_FIRST);
    expect(firstValue(result.before, 'SELECT name FROM parent')).toBe("it's; -- here");
    expect(firstValue(result.before, "SELECT seq FROM sqlite_sequence WHERE name = 'parent'")).toBe(9);
    expect(result.snapshot).toEqual(expect.objectContaining({ kind: 'sql', sidecars: [], stable: true }));
  });

  it('may be packed', async () => {
    expect((await restored(gzipSync(CHILD_FIRST), 'dump.sql.gz')).snapshot.kind).toBe('sql.gz');
  });

  it('fires no trigger, even where one stands before the rows', async () => {
    const result = await restored(`BEGIN TRANSACTION;
CREATE TABLE t(a); CREATE TABLE log(a);
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;
INSERT INTO t VALUES (1); INSERT INTO log VALUES (1);
COMMIT;`);
    expect(firstValue(result.before, 'SELECT count(*) FROM log')).toBe(1);
    expect(firstValue(result.before, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")).toBe(1);
  });

  const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB, n REAL, s TEXT COLLATE NOCASE);
    INSERT INTO t VALUES (1, x'00ff', 1.0, 'a''b'), (2, NULL, -0.5e300, 'line' || char(10) || 'two'), (9007199254740993, 'x', 2, '');
    CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO w VALUES ('k', 1);
    CREATE VIEW v AS SELECT * FROM t; CREATE UNIQUE INDEX u ON t(s) WHERE n > 0;
    CREATE TRIGGER tr AFTER UPDATE ON t BEGIN SELECT 1; END;
    CREATE VIRTUAL TABLE f USING fts5(body); INSERT INTO f VALUES ('hello world');`;
  const CONTENT = `SELECT group_concat(quote(id) || quote(v) || quote(n) || quote(s)) || (SELECT group_concat(k || v) FROM w)
    || (SELECT group_concat(body) FROM f WHERE f MATCH 'hello')
    || (SELECT count(*) FROM sqlite_schema) FROM t`;
  const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;
  const tools: [string, string, (path: string) => string[]][] = [
    ['the sqlite3 shell', 'sqlite3', (path) => [path, '.dump']],
    [
      "Python's iterdump",
      'python3',
      (path) => [
        '-c',
        `import sqlite3\nprint("\\n".join(sqlite3.connect(${JSON.stringify(path)}).iterdump()))`,
      ],
    ],
  ];
  for (const [title, tool, args] of tools) {
    const run = has(tool) ? it : it.skip;
    run(
      `as ${title} writes it holds the same rows and objects${has(tool) ? '' : ` (no ${tool} here)`}`,
      async () => {
        const original = databaseFrom(folder, SCHEMA);
        const result = await restored(execFileSync(tool, args(original)));
        expect(firstValue(result.before, CONTENT)).toBe(firstValue(original, CONTENT));
      },
    );
  }
});

describe('a dump is refused', () => {
  const refusal = async (text: string | Buffer) => {
    try {
      await restored(text);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('it was accepted');
  };
  const WHOLE = "BEGIN TRANSACTION;\nCREATE TABLE t(a);\nINSERT INTO t VALUES('secret');\nCOMMIT;\n";

  it('when it was cut off, within a statement or before its COMMIT', async () => {
    expect(await refusal(WHOLE.slice(0, -10))).toMatch(/cut off: its last statement, on line 3/);
    expect(await refusal(WHOLE.slice(0, -13))).toMatch(/cut off: its last statement, on line 3/);
    expect(await refusal(WHOLE.slice(0, -2))).toMatch(/cut off: its last statement, on line 4/);
  });
  it('when it says itself that it is incomplete', async () => {
    expect(await refusal(WHOLE.replace('COMMIT;', 'ROLLBACK; -- due to errors'))).toMatch(/incomplete/);
  });
  it('without a table', async () => {
    expect(await refusal('BEGIN TRANSACTION;\nCOMMIT;\n')).toMatch(/no table/);
  });
  it('with the line of what failed, and no value', async () => {
    const message = await refusal(WHOLE.replace("('secret')", "('secret') garbage"));
    expect(message).toMatch(/line 3 of the dump failed/);
    expect(message).not.toMatch(/secret|garbage/);
  });
  it('when it would write elsewhere', async () => {
    for (const attach of ["ATTACH '/tmp/other.db' AS o;", "ATTACH ''||'/tmp/other.db' AS o;"]) {
      expect(await refusal(WHOLE.replace('COMMIT;', `COMMIT; ${attach}`))).toMatch(/ATTACH is refused/);
    }
  });
  it('when it cannot be text of SQLite', async () => {
    expect(await refusal(Buffer.from(WHOLE.replace('secret', 'se\xffcret'), 'latin1'))).toMatch(/not UTF-8/);
    expect(await refusal(`${' '.repeat(600)}${WHOLE.replace('secret', 'se\0cret')}`)).toMatch(/NUL byte/);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WHOLE, 'utf16le')]);
    expect(await refusal(utf16)).toMatch(/UTF-16/);
  });
});

describe('a search index over rows that a dump numbers anew', () => {
  const NOTES = `INSERT INTO t(rowid, v) VALUES (5, 'one'), (9, 'two');`;
  const index = (module: string) =>
    `CREATE VIRTUAL TABLE f USING ${module}; INSERT INTO f(f) VALUES('rebuild');`;
  const dumped = async (schema: string) => {
    const path = FORMS['a dump']?.(databaseFrom(folder, schema), folder) ?? '';
    return await inspect({ snapshot: path, name: 'app.sql', folder: mkdtempSync(join(folder, 'copies-')) });
  };

  it.each(['fts5(v, content=t)', 'fts4(v, content="t")'])(
    'is made anew, and that is told: %s',
    async (module) => {
      const result = await dumped(`CREATE TABLE t(v TEXT); ${NOTES} ${index(module)}`);
      expect(result).toMatchObject({ snapshot: { renumbered: ['f'] } });
      const before = 'before' in result ? result.before : '';
      expect(
        firstValue(before, "SELECT v FROM t WHERE rowid = (SELECT rowid FROM f WHERE f MATCH 'two')"),
      ).toBe('two');
    },
  );

  it.each([
    [
      'its rows keep their numbers',
      'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT);',
      'fts5(v, content=t, content_rowid=id)',
    ],
    ['it holds its content itself', 'CREATE TABLE t(v TEXT);', 'fts5(v)'],
  ])('is left alone where %s', async (_, table, module) => {
    const result = await dumped(`${table} ${NOTES} ${index(module)}`);
    expect('snapshot' in result && result.snapshot).not.toHaveProperty('renumbered');
  });
});
