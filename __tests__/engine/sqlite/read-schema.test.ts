import { describe, expect, it } from '@jest/globals';
import { withConnection } from '../../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../../src/engine/sqlite/read-schema.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const schemaOf = (sql: string) => withConnection(databaseFrom(folder, sql), 'read', readSchema);
const tableOf = (sql: string) => schemaOf(sql).tables[0];

describe('readSchema', () => {
  it('reads what only the text of CREATE TABLE tells', () => {
    const table = tableOf(`CREATE TABLE "my table"(
      id INTEGER PRIMARY KEY AUTOINCREMENT, -- a comment, with a comma
      name TEXT COLLATE nocase NOT NULL DEFAULT ('a,b') CHECK (length(name) > 0),
      "check" INT, price REAL, total REAL AS (price * 2) STORED,
      CONSTRAINT positive CHECK ((price >= 0)), UNIQUE (name, price))`);
    expect(table).toMatchObject({
      name: 'my table',
      primaryKey: ['id'],
      rowidAlias: 'id',
      rowid: 'rowid',
      autoincrement: true,
      keys: [
        { kind: 'PRIMARY KEY', columns: ['id'], collations: ['BINARY'] },
        { kind: 'UNIQUE', columns: ['name', 'price'], collations: ['NOCASE', 'BINARY'] },
      ],
      checks: ['length (name) > 0', 'price >= 0'],
    });
    expect(table?.columns.map(({ type, ...column }) => column)).toEqual([
      { name: 'id', notNull: false },
      { name: 'name', notNull: true, default: "'a,b'", collate: 'NOCASE' },
      { name: 'check', notNull: false },
      { name: 'price', notNull: false },
      { name: 'total', notNull: false, generated: { stored: true, expression: 'price * 2' } },
    ]);
  });

  it.each([
    ['INTEGER PRIMARY KEY', 'CREATE TABLE t(a integer primary key)', 'a'],
    ['INTEGER PRIMARY KEY DESC, which is none', 'CREATE TABLE t(a INTEGER PRIMARY KEY DESC)', undefined],
    ['INT PRIMARY KEY, which is none', 'CREATE TABLE t(a INT PRIMARY KEY)', undefined],
    ['WITHOUT ROWID, which has none', 'CREATE TABLE t(a INTEGER PRIMARY KEY) WITHOUT ROWID', undefined],
  ])('knows the rowid alias of %s', (_, sql, alias) => {
    expect(tableOf(sql)?.rowidAlias).toBe(alias);
  });

  it('finds a name for the rowid that no column shadows', () => {
    expect(tableOf('CREATE TABLE t(rowid, _ROWID_)')?.rowid).toBe('oid');
    expect(tableOf('CREATE TABLE t(rowid, _rowid_, oid)')?.rowid).toBeUndefined();
  });

  it('resolves foreign keys that leave the parent columns out', () => {
    const { tables } = schemaOf(
      'CREATE TABLE p(a, b, PRIMARY KEY (b, a)); CREATE TABLE c(x, y, FOREIGN KEY (x, y) REFERENCES p ON DELETE CASCADE)',
    );
    expect(tables[1]?.foreignKeys).toEqual([
      {
        columns: ['x', 'y'],
        parent: 'p',
        parentColumns: ['b', 'a'],
        onDelete: 'CASCADE',
        onUpdate: 'NO ACTION',
        deferred: false,
      },
    ]);
  });

  it('reads of each foreign key whether it waits for the COMMIT', () => {
    const keys = tableOf(`CREATE TABLE t(id INTEGER PRIMARY KEY,
      a REFERENCES t DEFERRABLE INITIALLY DEFERRED, b REFERENCES t NOT NULL,
      c REFERENCES t ON DELETE CASCADE deferrable, d REFERENCES t(id) NOT DEFERRABLE INITIALLY DEFERRED,
      e REFERENCES t NOT NULL DEFERRABLE INITIALLY DEFERRED, f REFERENCES t DEFERRABLE INITIALLY IMMEDIATE,
      "deferrable" INT, FOREIGN KEY (a) REFERENCES t(id) FOREIGN KEY (b) REFERENCES t(id)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED)`)?.foreignKeys;
    expect(keys?.map(({ columns, deferred }) => [...columns, deferred])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
      ['e', true],
      ['f', false],
      ['a', false],
      ['b', true],
    ]);
  });

  it('reads what each constraint says under ON CONFLICT', () => {
    const table =
      tableOf(`CREATE TABLE t(a TEXT NOT NULL ON CONFLICT ignore UNIQUE ON CONFLICT ABORT, b NOT NULL,
      "on" TEXT CONSTRAINT x UNIQUE ON CONFLICT FAIL, PRIMARY KEY (b, a COLLATE nocase) ON CONFLICT ROLLBACK,
      CONSTRAINT y UNIQUE ("on", 'b' DESC) ON CONFLICT REPLACE, CHECK (a <> b) ON CONFLICT IGNORE, UNIQUE (b))`);
    expect(table?.columns.map(({ onConflict }) => onConflict)).toEqual(['IGNORE', undefined, undefined]);
    expect(table?.keys.map(({ kind, columns, onConflict }) => [kind, columns.join(), onConflict])).toEqual(
      expect.arrayContaining([
        ['UNIQUE', 'a', undefined],
        ['UNIQUE', 'on', 'FAIL'],
        ['PRIMARY KEY', 'b,a', 'ROLLBACK'],
        ['UNIQUE', 'on,b', 'REPLACE'],
        ['UNIQUE', 'b', undefined],
      ]),
    );
    expect(table?.keys.find(({ kind }) => kind === 'PRIMARY KEY')?.collations).toEqual(['BINARY', 'NOCASE']);
  });

  it('gives equal definitions to indexes that mean the same, and others to those that do not', () => {
    const one = (sql: string) =>
      schemaOf(`CREATE TABLE t(a, b TEXT COLLATE NOCASE); ${sql}`).indexes[0]?.definition;
    expect(one('CREATE INDEX i ON t(a, "b")')).toBe(one('CREATE INDEX IF NOT EXISTS i ON "t" ( A , b )'));
    const others = [
      'i ON t(b, a)',
      'i ON t(a)',
      'i ON t(a, b) WHERE a > 0',
      'i ON t(a, b COLLATE BINARY)',
      'i ON t(a DESC, b)',
    ];
    for (const other of others)
      expect(one(`CREATE INDEX ${other}`)).not.toBe(one('CREATE INDEX i ON t(a, b)'));
    expect(one('CREATE UNIQUE INDEX i ON t(a, b)')).not.toBe(one('CREATE INDEX i ON t(a, b)'));
  });

  it('lists virtual tables with their module and without their shadow tables', () => {
    const { tables } = schemaOf(
      'CREATE VIRTUAL TABLE s USING fts5(title, body); CREATE VIRTUAL TABLE r USING rtree(id, x0, x1);',
    );
    expect(tables.map(({ name, kind, module }) => [name, kind, module])).toEqual([
      ['s', 'virtual', 'fts5'],
      ['r', 'virtual', 'rtree'],
    ]);
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['title', 'body']);
  });

  it.each([
    ['over it', "fts5(body, content='s_content')"],
    ['over another table', "fts5(body, content='other')"],
    ['without content', "fts5(body, content='')"],
    ['of FTS4 over it', 'fts4(content="s_content", body)'],
  ])('knows a table of the user by the name of a search index %s', (_, index) => {
    const { tables } = schemaOf(
      `CREATE TABLE S_Content(id INTEGER PRIMARY KEY, body TEXT); CREATE VIRTUAL TABLE s USING ${index};`,
    );
    expect(tables.map(({ name }) => name)).toEqual(['S_Content', 's']);
  });
});
