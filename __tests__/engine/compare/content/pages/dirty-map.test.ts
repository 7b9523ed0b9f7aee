import { afterEach, describe, expect, it } from '@jest/globals';
import { mapDirtyPages } from '../../../../../src/engine/compare/content/pages/dirty-map.ts';
import {
  PageFile,
  PageReader,
  readHeader,
} from '../../../../../src/engine/compare/content/pages/page-file.ts';
import { TABLE_LEAF } from '../../../../../src/engine/compare/content/pages/page-format.ts';
import { change, databaseFrom, firstValue, scratchFolder, writeText } from '../../../../support/scratch.ts';

const folder = scratchFolder();
const open: PageFile[] = [];

function fileOf(path: string): PageFile {
  const file = new PageFile(path);
  open.push(file);
  return file;
}

afterEach(() => {
  for (const file of open.splice(0)) file.close();
});

const SCHEMA = `PRAGMA page_size=1024; CREATE TABLE t(id INTEGER PRIMARY KEY, v);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO t SELECT i, printf('%050d', i) FROM n;`;

function mapOf(edit: string) {
  const before = databaseFrom(folder, SCHEMA);
  const after = databaseFrom(folder, SCHEMA);
  change(after, edit);
  const files = { before: fileOf(before), after: fileOf(after) };
  const map = mapDirtyPages(files.before, files.after);
  const most = Math.max(files.before.pages, files.after.pages);
  const dirty = Array.from({ length: most }, (_, at) => at + 1).filter((page) => map.dirty.has(page));
  return { ...files, map, dirty, path: before };
}

describe('mapDirtyPages', () => {
  it('finds no page in equal files', () => {
    expect(mapOf('').dirty).toEqual([]);
  });

  it('finds the page of a row, and the first page, which counts the changes', () => {
    const { dirty, path } = mapOf('UPDATE t SET v = upper(v) || id WHERE id = 250;');
    expect(dirty).toHaveLength(2);
    expect(dirty[0]).toBe(1);
    const holds = `SELECT pageno FROM dbstat WHERE name = 't' AND pagetype = 'leaf' AND pageno = ${dirty[1]}`;
    expect(firstValue(path, holds)).toBe(dirty[1]);
  });

  it('calls pages dirty that only one file has', () => {
    const { before, after, dirty } = mapOf('CREATE TABLE u(v); INSERT INTO u SELECT v FROM t;');
    expect(after.pages).toBeGreaterThan(before.pages);
    for (let page = before.pages + 1; page <= after.pages; page += 1) expect(dirty).toContain(page);
  });

  it('knows how many cells an equal leaf has, and refuses to say so of another page', () => {
    const { map, path } = mapOf('');
    const leaf = firstValue(path, "SELECT pageno FROM dbstat WHERE name = 't' AND pagetype = 'leaf'");
    const cells = firstValue(path, `SELECT ncell FROM dbstat WHERE pageno = ${leaf}`);
    expect(map.cells(Number(leaf), TABLE_LEAF)).toBe(cells);
    expect(() => map.cells(2, TABLE_LEAF)).toThrow('page type');
  });
});

describe('PageFile', () => {
  it('refuses a file beside which a WAL lies', () => {
    const path = databaseFrom(folder, SCHEMA);
    const name = path.slice(folder.length + 1);
    writeText(folder, `${name}-wal`, '');
    expect(fileOf(path).header).toEqual({
      pageSize: 1024,
      usable: 1024,
      encoding: 1,
      firstFreeTrunk: 0,
      autoVacuum: false,
    });
    writeText(folder, `${name}-wal`, 'frames');
    expect(() => new PageFile(path)).toThrow('journal');
  });

  it('reads 1 as a page size of 65,536', () => {
    const path = databaseFrom(folder, 'PRAGMA page_size=65536; CREATE TABLE t(v);');
    expect(fileOf(path).header.pageSize).toBe(65_536);
    expect(() => readHeader(Buffer.alloc(100))).toThrow('page size');
  });

  it('reads the same page whether it was read ahead or not', () => {
    const file = fileOf(databaseFrom(folder, SCHEMA));
    const ahead = new PageReader(file);
    const single = new PageReader(file, 0);
    for (const page of [3, 4, 5, 2, 9, 10, 11, 4]) {
      const at = ahead.load(page);
      const other = single.load(page);
      expect(ahead.buffer.compare(single.buffer, other, other + 1024, at, at + 1024)).toBe(0);
    }
    expect(() => single.load(0)).toThrow('out of range');
    expect(() => single.load(file.pages + 1)).toThrow('out of range');
  });
});
