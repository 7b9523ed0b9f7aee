import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FileWatch } from '../../../src/supervisor/command/file-watch.ts';
import { runShell } from '../../../src/supervisor/command/shell.ts';
import { script } from '../../support/commands.ts';
import { change, databaseFrom, scratchFolder } from '../../support/scratch.ts';

/** What is counted from the file alone, against scripts whose commits are known. */

const folder = scratchFolder();
const isLinux = process.platform === 'linux';

async function watched(journalMode: string, text: string) {
  const place = mkdtempSync(join(folder, 'watch-'));
  const path = databaseFrom(place, 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1)');
  change(path, `PRAGMA journal_mode=${journalMode}`);
  const watch = new FileWatch(path);
  const env = { ...process.env, DATABASE_PATH: path };
  const limits = { deadline: performance.now() + 20_000, signal: new AbortController().signal };
  const { end } = await runShell({ line: script(place, text), folder: place, env, tell: () => {} }, limits);
  const { longestWriteMs, ...seen } = await watch.end();
  expect(end).toEqual({ by: 'itself', exitCode: 0 });
  return { seen, longestWriteMs };
}

const exact = (commits: number) => ({
  changed: commits > 0,
  commits,
  atLeast: false,
  peak: expect.any(Object),
});

describe.each(['delete', 'truncate', 'persist', 'memory', 'wal'])('in journal mode %s', (mode) => {
  const set = `db.exec('PRAGMA journal_mode=${mode}');`;
  const start = mode === 'wal' ? 'wal' : 'delete';

  it.each([
    [
      'a statement that commits by itself',
      5,
      "for (let i = 0; i < 5; i += 1) db.exec('CREATE TABLE t' + i + '(a)');",
    ],
    [
      'a transaction',
      1,
      "db.exec('BEGIN; INSERT INTO t(v) VALUES (1); INSERT INTO t(v) VALUES (2); COMMIT');",
    ],
    ['a statement that meets no row', 0, "db.exec('UPDATE t SET v = 1 WHERE id = 99');"],
    ['a transaction that is rolled back', 0, "db.exec('BEGIN; INSERT INTO t(v) VALUES (1); ROLLBACK');"],
    ['a savepoint', 1, "db.exec('SAVEPOINT s; DELETE FROM t; RELEASE s');"],
    ['VACUUM', 1, "db.exec('VACUUM');"],
  ])('%s is %d', async (_, commits, text) => {
    expect((await watched(start, `${set}${text}`)).seen).toEqual(exact(commits));
  });

  it('each of many is one', async () => {
    const { seen } = await watched(
      start,
      `${set} for (let i = 0; i < 200; i += 1) db.exec('INSERT INTO t(v) VALUES (1)');`,
    );
    expect(seen).toEqual(exact(200));
  });
});

describe('under WAL', () => {
  it('those before a checkpoint that lets the WAL begin anew are counted too', async () => {
    // Each writes more than a thousand pages, so that the next one begins anew.
    const text = `db.exec('PRAGMA synchronous=OFF');
      for (let i = 0; i < 12; i += 1) { db.exec('INSERT INTO t(v) VALUES (zeroblob(5000000))'); sleep(10); }`;
    const { seen } = await watched('wal', text);
    // On a busy machine a look may come too late; then it is said.
    expect(seen.commits).toBeLessThanOrEqual(12);
    if (isLinux) expect(seen.commits === 12 || seen.atLeast).toBe(true);
  });

  it('none is invented for a large transaction that is rolled back, and the next one counts', async () => {
    const text = `db.exec('PRAGMA cache_size=5; BEGIN');
      for (let i = 0; i < 200; i += 1) db.exec('INSERT INTO t(v) VALUES (zeroblob(8000))');
      sleep(30); db.exec('ROLLBACK'); sleep(30); db.exec('INSERT INTO t(v) VALUES (1)');`;
    expect((await watched('wal', text)).seen).toMatchObject({ commits: 1 });
  });

  it('those of several connections, each of which deletes the WAL when it goes, are counted or said to be missing', async () => {
    const text = `db.close(); for (let i = 0; i < 6; i += 1) { const own = open(); own.exec('CREATE TABLE u' + i + '(a)'); own.close(); }`;
    const { seen } = await watched('wal', text);
    expect(seen.commits === 6 || seen.atLeast).toBe(true);
    expect(seen.commits).toBeGreaterThan(0);
  });

  it('a cut to nothing in between makes the number a lower bound', async () => {
    const text =
      "db.exec('CREATE TABLE a(a)'); sleep(30); db.exec('PRAGMA wal_checkpoint(TRUNCATE)'); sleep(30); db.exec('CREATE TABLE b(a)');";
    expect((await watched('wal', text)).seen).toMatchObject({ changed: true, commits: 2, atLeast: true });
  });

  it('the change to it is one, and those after it are counted', async () => {
    const text =
      "db.exec('CREATE TABLE a(a)'); db.exec('PRAGMA journal_mode=WAL'); db.exec('CREATE TABLE b(a)'); db.exec('CREATE TABLE c(a)');";
    const { seen } = await watched('delete', text);
    expect(seen.commits).toBe(4);
  });
});

describe('the longest write lock', () => {
  it('is what the rollback journal shows, and never more than a transaction took', async () => {
    const text = "db.exec('BEGIN; INSERT INTO t(v) VALUES (1)'); sleep(300); db.exec('COMMIT');";
    const { longestWriteMs = 0 } = await watched('delete', text);
    expect(longestWriteMs).toBeGreaterThan(200);
    expect(longestWriteMs).toBeLessThan(2000);
  });

  it('does not join transactions that follow each other', async () => {
    const text =
      "for (let i = 0; i < 40; i += 1) { db.exec('BEGIN; INSERT INTO t(v) VALUES (1)'); sleep(10); db.exec('COMMIT'); }";
    const { longestWriteMs = 0 } = await watched('delete', text);
    expect(longestWriteMs).toBeGreaterThan(0);
    expect(longestWriteMs).toBeLessThan(300);
  });

  it('is not told under WAL, nor where the journal stays', async () => {
    const text = (mode: string) =>
      `db.exec('PRAGMA journal_mode=${mode}'); db.exec('BEGIN; DELETE FROM t'); sleep(50); db.exec('COMMIT');`;
    expect((await watched('wal', text('wal'))).longestWriteMs).toBeUndefined();
    expect((await watched('delete', text('persist'))).longestWriteMs).toBeUndefined();
  });
});
