import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { Bits } from '../../../../../src/engine/compare/content/pages/bits.ts';
import { PageFile } from '../../../../../src/engine/compare/content/pages/page-file.ts';
import { readVarint } from '../../../../../src/engine/compare/content/pages/varint.ts';
import { isReal } from '../../../../../src/engine/compare/content/records/record-layout.ts';
import {
  BLOB,
  INTEGER,
  NULL,
  REAL,
  Row,
  TEXT,
} from '../../../../../src/engine/compare/content/records/records.ts';
import { RowCursor } from '../../../../../src/engine/compare/content/records/row-cursor.ts';
import { databaseFrom, scratchFolder } from '../../../../support/scratch.ts';

const folder = scratchFolder();
const CLASSES = { null: NULL, integer: INTEGER, real: REAL, text: TEXT, blob: BLOB } as const;

const VALUES = [
  'NULL',
  ...['0', '1', '2', '-1', '127', '-128', '32768', '-8388608', '2147483647', '140737488355327'],
  ...['140737488355328', '9223372036854775807', '-9223372036854775808', '9007199254740993'],
  ...['0.5', '1.0', '-0.0', '9e999', '-9e999', '1e300', '3000000000.0', '140737488355328.0'],
  ...["''", "'a'", "'00501'", "'naïve €'", "CAST(x'ff' AS TEXT)", "x''", "x'61'", 'zeroblob(70000)'],
];

describe('Row', () => {
  it.each(['', 'REAL', 'NUMERIC', 'TEXT'])(
    'reads every value as SQLite does, in a column of type "%s"',
    (type) => {
      const path = databaseFrom(
        folder,
        `CREATE TABLE t(before, v ${type}); ${VALUES.map((value) => `INSERT INTO t VALUES ('x', ${value});`).join('\n')}`,
      );
      const db = new Database(path, { readonly: true });
      const rows = db
        .prepare('SELECT typeof(v), v, CAST(v AS BLOB) FROM t')
        .raw()
        .safeIntegers()
        .all() as unknown[][];
      const file = new PageFile(path);
      const cursor = new RowCursor(file, 2, new Bits(0));
      const place = { name: 'v', at: 1, alias: false, real: isReal(type) };
      const row = new Row([place], 2, () => {
        throw new Error('no record is short');
      });
      for (const [kind, value, bytes] of rows) {
        expect(cursor.advance()).toBe(true);
        row.read(cursor.record(), 0, cursor.size, cursor.rowid);
        expect(row.classOf(place)).toBe(CLASSES[kind as keyof typeof CLASSES]);
        if (kind === 'text' || kind === 'blob') expect(row.bytes(1).equals(bytes as Buffer)).toBe(true);
        if (kind === 'integer') expect(BigInt(row.number(1))).toBe(value);
        if (kind === 'real') expect(Number(row.number(1)) + 0).toBe((value as number) + 0);
      }
      expect(cursor.advance()).toBe(false);
      file.close();
      db.close();
    },
  );

  it('refuses reserved serial types and records that are longer or shorter than they say', () => {
    const place = { name: 'v', at: 0, alias: false, real: false };
    const row = new Row([place], 1, () => ({ type: 0, bytes: Buffer.alloc(0) }));
    const read = (...bytes: number[]) => row.read(Buffer.from(bytes), 0, bytes.length, 1);
    expect(() => read(2, 1, 5)).not.toThrow();
    expect(() => read(2, 10)).toThrow('serial type');
    expect(() => read(2, 2, 5)).toThrow('record');
    expect(() => read(9, 1, 5)).toThrow('record header');
    expect(() => read(3, 1, 1, 5, 5)).toThrow('record');
  });
});

describe('isReal', () => {
  it.each([
    'REAL',
    'real',
    'DOUBLE PRECISION',
    'FLOAT',
    'TEXT',
    'REAL TEXT',
    'FLOATING POINT',
    'BLOBREAL',
    'NUMERIC',
    '',
  ])('follows SQLite for "%s"', (type) => {
    const db = new Database(':memory:');
    db.exec(`CREATE TABLE t(v ${type}); INSERT INTO t VALUES (7);`);
    expect(isReal(type)).toBe(db.prepare('SELECT typeof(v) FROM t').pluck().get() === 'real');
    db.close();
  });
});

describe('readVarint', () => {
  it('refuses what a number cannot hold', () => {
    expect(readVarint(Buffer.from([0x81, 0x00]), 0)).toBe(128);
    expect(readVarint(Buffer.from([0x8f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]), 0)).toBe(2 ** 53 - 1);
    expect(() => readVarint(Buffer.from([0x90, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]), 0)).toThrow(
      'beyond 2^53',
    );
    expect(() => readVarint(Buffer.alloc(9, 0xff), 0)).toThrow('nine bytes');
    expect(() => readVarint(Buffer.from([0x81]), 0)).toThrow('beyond 2^53');
  });
});
