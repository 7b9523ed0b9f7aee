import { describe, expect, it } from '@jest/globals';
import { withConnection } from '../../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../../src/engine/sqlite/schema.ts';
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
      unique: [['name', 'price']],
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
      },
    ]);
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
});
