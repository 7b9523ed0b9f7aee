import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { inspect } from '../../../src/engine/snapshot/inspect.ts';
import { scratchFolder, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA =
  'PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE t(a); INSERT INTO t VALUES (1);';

/** A database in use, from which copies are taken. */
function used(
  act: (take: (...suffixes: string[]) => string, db: Database.Database, path: string) => void,
): void {
  const path = join(mkdtempSync(join(folder, 'used-')), 'app.db');
  const db = new Database(path);
  try {
    db.exec(SCHEMA);
    act((...suffixes) => taken(path, suffixes), db, path);
  } finally {
    db.close();
  }
}

function taken(path: string, suffixes: readonly string[]): string {
  const copy = join(mkdtempSync(join(folder, 'taken-')), 'app.db');
  for (const suffix of suffixes) copyFileSync(path + suffix, copy + suffix);
  return copy;
}

async function gapOf(snapshot: string) {
  const result = await inspect({ snapshot, name: 'app.db', folder: mkdtempSync(join(folder, 'copies-')) });
  if ('unusable' in result) throw new Error(result.unusable.reason);
  return result.snapshot.logGap;
}

describe('commits are known to be missing', () => {
  it('where -shm counts more of them than there are', async () => {
    const copies: string[] = [];
    used((take, db) => {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO t VALUES (2)');
      copies.push(take('', '-shm'));
      const earlier = take('', '-wal');
      db.exec('INSERT INTO t VALUES (zeroblob(20000))');
      const later = take('', '-shm');
      copyFileSync(`${earlier}-wal`, `${later}-wal`);
      copies.push(later);
    });
    for (const copy of copies) expect(await gapOf(copy)).toBe('frames');
  });

  it('where the -wal is of an earlier state than the file', async () => {
    const copies: string[] = [];
    used((take, db, path) => {
      db.exec('CREATE TABLE u(a)');
      const earlier = take('', '-wal');
      db.exec('PRAGMA wal_checkpoint(TRUNCATE); CREATE TABLE v(a); PRAGMA wal_checkpoint(TRUNCATE)');
      copyFileSync(path, earlier);
      copies.push(earlier);
    });
    for (const copy of copies) expect(await gapOf(copy)).toBe('older');
  });

  it('where the file has more pages than it counts', async () => {
    const copies: string[] = [];
    used((take, db) => {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      copies.push(take(''));
    });
    const [alone = ''] = copies;
    const pages = readFileSync(alone);
    const page = Buffer.alloc(4096, 0x0d);
    expect(await gapOf(writeText(folder, 'more.db', Buffer.concat([pages, page])))).toBe('pages');
    // Some programs let a file grow in large steps.
    expect(
      await gapOf(writeText(folder, 'grown.db', Buffer.concat([pages, Buffer.alloc(4096)]))),
    ).toBeUndefined();
  });
});

describe('nothing tells', () => {
  it('of a database that was closed, alone or with what is left beside it', async () => {
    const path = join(mkdtempSync(join(folder, 'closed-')), 'app.db');
    const db = new Database(path);
    db.exec(SCHEMA);
    db.close();
    expect(await gapOf(path)).toBeUndefined();
  });

  it('of one in use that was copied whole, before and after a checkpoint, and when the log began anew', async () => {
    const copies: string[] = [];
    used((take, db) => {
      copies.push(take('', '-wal', '-shm'), take('', '-wal'));
      db.exec('PRAGMA wal_checkpoint(PASSIVE)');
      copies.push(take('', '-wal', '-shm'), take('', '-shm'), take(''));
      db.exec('CREATE TABLE u(a)');
      copies.push(take('', '-wal', '-shm'), take('', '-wal'));
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      copies.push(take('', '-wal', '-shm'), take(''));
      db.exec('DELETE FROM t; DROP TABLE u; VACUUM');
      copies.push(take('', '-wal', '-shm'));
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      copies.push(take('', '-wal', '-shm'), take(''));
    });
    for (const copy of copies) expect([copy, await gapOf(copy)]).toEqual([copy, undefined]);
  });

  it('of one with a rollback journal', async () => {
    const copies: string[] = [];
    used((take, db) => {
      db.exec('PRAGMA journal_mode=DELETE; INSERT INTO t VALUES (2)');
      copies.push(take(''));
    });
    for (const copy of copies) expect(await gapOf(copy)).toBeUndefined();
  });

  it('of a copy by SQLite itself', async () => {
    const backups: Promise<string>[] = [];
    const path = join(mkdtempSync(join(folder, 'used-')), 'app.db');
    const db = new Database(path);
    db.exec(SCHEMA);
    const to = `${path}.backup`;
    backups.push(db.backup(to).then(() => to));
    const [backup = ''] = await Promise.all(backups);
    expect(await gapOf(backup)).toBeUndefined();
    db.close();
    rmSync(backup);
  });
});
