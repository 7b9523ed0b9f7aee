import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  type openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { inspect } from '../../../src/engine/snapshot/inspect.ts';
import { withFs } from '../../support/patched-fs.ts';
import { onUnix } from '../../support/platform.ts';
import { databaseFrom, firstValue, scratchFolder, sha256, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
const inspectAt = (snapshot: string, name = 'given/path.db') =>
  inspect({ snapshot, name, folder: mkdtempSync(join(folder, 'copies-')) });

async function refusal(snapshot: string, name?: string): Promise<string> {
  const result = await inspectAt(snapshot, name);
  if (!('unusable' in result)) throw new Error('it was accepted');
  expect(result.unusable.remedy).not.toBe('');
  return result.unusable.reason;
}

async function accepted(snapshot: string) {
  const result = await inspectAt(snapshot);
  if ('unusable' in result) throw new Error(result.unusable.reason);
  return result;
}

const state = (path: string) => {
  const { size, mtimeNs, ino } = statSync(path, { bigint: true });
  return { size, mtimeNs, ino, sha256: sha256(path) };
};

describe('inspect', () => {
  it('describes the snapshot and makes two equal copies that nobody else may read', async () => {
    const snapshot = databaseFrom(
      folder,
      'PRAGMA page_size=1024; PRAGMA user_version=7; CREATE TABLE t(a); INSERT INTO t VALUES (1)',
    );
    const before = state(snapshot);
    const result = await accepted(snapshot);
    expect(result.snapshot).toEqual({
      path: 'given/path.db',
      kind: 'sqlite',
      bytes: statSync(snapshot).size,
      databaseBytes: statSync(snapshot).size,
      modifiedAt: statSync(snapshot).mtime.toISOString(),
      sha256: sha256(snapshot),
      journalMode: 'delete',
      pageSize: 1024,
      userVersion: 7,
      sidecars: [],
      stable: true,
    });
    expect(readFileSync(result.before).equals(readFileSync(result.after))).toBe(true);
    if (process.platform !== 'win32') expect(statSync(result.before).mode & 0o077).toBe(0);
    expect(state(snapshot)).toEqual(before);
  });

  it('sees commits that are only in -wal, keeps the WAL mode and leaves all three files as they were', async () => {
    const original = databaseFrom(
      folder,
      'PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)',
    );
    const db = new Database(original);
    db.exec('PRAGMA wal_autocheckpoint=0; INSERT INTO t VALUES (2)');
    const place = mkdtempSync(join(folder, 'wal-'));
    for (const suffix of ['', '-wal', '-shm']) copyFileSync(original + suffix, join(place, `w.db${suffix}`));
    db.close();
    const snapshot = join(place, 'w.db');
    const files = ['', '-wal', '-shm'].map((suffix) => snapshot + suffix);
    const before = files.map(state);
    const result = await accepted(snapshot);
    expect(result.snapshot.journalMode).toBe('wal');
    expect(result.snapshot.sidecars).toEqual([{ suffix: '-wal', bytes: statSync(`${snapshot}-wal`).size }]);
    expect(firstValue(result.after, 'SELECT count(*) FROM t')).toBe(2);
    expect(files.map(state)).toEqual(before);
  });

  it.each([
    ['that says nothing of the kind', 0, undefined],
    [
      'that names a size which the two files cannot have had',
      0x7fffffff,
      /-journal is damaged: it says that the database had \d+ MB/,
    ],
  ])('is read with a journal %s', async (_, pages, reason) => {
    const place = mkdtempSync(join(folder, 'wild-'));
    const snapshot = databaseFrom(place, 'CREATE TABLE t(a); INSERT INTO t VALUES (1);');
    const head = Buffer.alloc(512);
    head.write('d9d505f920a163d7', 'hex');
    head.writeUInt32BE(pages === 0 ? 2 : pages, 16);
    head.writeUInt32BE(512, 20);
    head.writeUInt32BE(4096, 24);
    writeFileSync(`${snapshot}-journal`, head);
    const result = await inspectAt(snapshot);
    expect('unusable' in result ? result.unusable.reason : undefined).toEqual(
      reason === undefined ? undefined : expect.stringMatching(reason),
    );
  });

  it('takes back what a hot journal says was never committed', async () => {
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)';
    const original = databaseFrom(folder, `CREATE TABLE t(a); ${numbers} INSERT INTO t SELECT i FROM n`);
    const place = mkdtempSync(join(folder, 'hot-'));
    const db = new Database(original);
    db.exec('PRAGMA cache_size=1; PRAGMA cache_spill=ON; BEGIN; DELETE FROM t WHERE a > 20');
    db.exec(`${numbers} INSERT INTO t SELECT randomblob(500) FROM n`);
    for (const suffix of ['', '-journal']) copyFileSync(original + suffix, join(place, `h.db${suffix}`));
    db.close();
    const result = await accepted(join(place, 'h.db'));
    expect(firstValue(result.before, 'SELECT count(*) FROM t')).toBe(2000);
    expect(firstValue(result.before, 'PRAGMA integrity_check')).toBe('ok');
  });

  it.each([
    ['is written to', (snapshot: string) => appendFileSync(snapshot, 'more')],
    ['gets a log', (snapshot: string) => writeFileSync(`${snapshot}-wal`, '')],
  ])('sees that the snapshot %s while it is copied', async (_, change) => {
    const snapshot = databaseFrom(folder, 'CREATE TABLE t(a)');
    const changing: (real: typeof openSync) => typeof openSync = (real) => (path, flags, mode) => {
      if (flags === 'wx') change(snapshot);
      return real(path, flags, mode);
    };
    const result = await withFs('openSync', changing, () => accepted(snapshot));
    expect(result.snapshot.stable).toBe(false);
  });

  it('follows a symbolic link to a database', async () => {
    const link = join(folder, 'link.db');
    symlinkSync(databaseFrom(folder, 'CREATE TABLE t(a)'), link);
    expect((await accepted(link)).snapshot.stable).toBe(true);
  });

  it('takes the -wal of the file that a link leads to', async () => {
    const original = databaseFrom(folder, 'PRAGMA journal_mode=WAL; CREATE TABLE t(a);');
    const db = new Database(original);
    db.exec('PRAGMA wal_autocheckpoint=0; INSERT INTO t VALUES (1)');
    const link = join(folder, 'linked-wal.db');
    symlinkSync(original, link);
    const result = await accepted(link);
    db.close();
    expect(firstValue(result.before, 'SELECT count(*) FROM t')).toBe(1);
  });

  it('accepts a file and folder without write permission', async () => {
    const place = mkdtempSync(join(folder, 'readonly-'));
    const snapshot = databaseFrom(place, 'PRAGMA journal_mode=WAL; CREATE TABLE t(a)');
    chmodSync(snapshot, 0o444);
    chmodSync(place, 0o555);
    expect((await accepted(snapshot)).snapshot.journalMode).toBe('wal');
    chmodSync(place, 0o755);
  });
});

describe('inspect refuses, each with its own sentence,', () => {
  it('what is not there', async () => expect(await refusal(join(folder, 'none.db'))).toMatch(/no such file/));
  it('a folder', async () => {
    mkdirSync(join(folder, 'folder.db'));
    expect(await refusal(join(folder, 'folder.db'))).toMatch(/folder/);
  });
  it('a dangling link', async () => {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.db'));
    expect(await refusal(join(folder, 'dangling.db'))).toMatch(/link to nothing/);
  });
  it('an empty file', async () =>
    expect(await refusal(writeText(folder, 'empty.db', ''))).toMatch(/empty \(0 bytes\)/));
  it('text', async () =>
    expect(await refusal(writeText(folder, 'text.db', 'CREATE TABLE t(a);\n'))).toMatch(/is text/));
  it('text as PowerShell writes it, in either order of bytes', async () => {
    const text = Buffer.from('\uFEFFCREATE TABLE t(a);', 'utf16le');
    expect(await refusal(writeText(folder, 'little.sql', text))).toMatch(/UTF-16/);
    expect(await refusal(writeText(folder, 'big.sql', text.swap16()))).toMatch(/UTF-16/);
  });
  it('a Git LFS pointer', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n';
    expect(await refusal(writeText(folder, 'lfs.db', pointer))).toMatch(/Git LFS pointer/);
  });
  it('what is encrypted', async () => {
    expect(await refusal(writeText(folder, 'noise.db', Buffer.alloc(4096, '\x81\x02\xff')))).toMatch(
      /encrypted/,
    );
  });
  it('a file cut off inside the first page', async () => {
    const whole = readFileSync(databaseFrom(folder, 'CREATE TABLE t(a)'));
    expect(await refusal(writeText(folder, 'cut.db', whole.subarray(0, 511)))).toMatch(/cut off: 511 bytes/);
  });
  it('a database damaged beyond opening', async () => {
    const bytes = readFileSync(databaseFrom(folder, 'CREATE TABLE t(a)'));
    bytes.fill(0xee, 100, 4096);
    expect(await refusal(writeText(folder, 'damaged.db', bytes))).toMatch(/damaged beyond opening/);
  });
  it('a database without a table', async () => {
    expect(await refusal(databaseFrom(folder, 'PRAGMA user_version=1'))).toMatch(/no table/);
  });
  onUnix('a pipe or a folder that stands beside it as its log (Windows has none)', async () => {
    const piped = databaseFrom(folder, 'CREATE TABLE t(a)');
    execFileSync('mkfifo', [`${piped}-wal`]);
    expect(await refusal(piped)).toBe('what stands beside it as -wal is no file.');
    const foldered = databaseFrom(folder, 'CREATE TABLE t(a)');
    mkdirSync(`${foldered}-journal`);
    expect(await refusal(foldered)).toBe('what stands beside it as -journal is no file.');
  });

  onUnix('nothing, and breaks, where it cannot be asked whether there is a log', async () => {
    const snapshot = databaseFrom(folder, 'CREATE TABLE t(a)');
    symlinkSync(`${snapshot}-wal`, `${snapshot}-wal`);
    await expect(inspectAt(snapshot)).rejects.toMatchObject({ code: 'ELOOP' });
  });

  it.each(['EIO', 'EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EINTR'])(
    'nothing, and breaks, where the machine fails with %s',
    async (code) => {
      const snapshot = databaseFrom(folder, 'CREATE TABLE t(a)');
      const failing = () => () => {
        throw Object.assign(new Error(code), { code });
      };
      await expect(withFs('openSync', failing, () => inspectAt(snapshot))).rejects.toMatchObject({ code });
    },
  );

  it('text whose name only holds that of a dump', async () => {
    expect(await refusal(writeText(folder, 'dump.sql.txt', 'CREATE TABLE t(a);'), 'dump.sql.txt')).toMatch(
      /is text/,
    );
  });

  onUnix('a named pipe, at once (Windows has none)', async () => {
    const pipe = join(folder, 'pipe.db');
    execFileSync('mkfifo', [pipe]);
    const started = performance.now();
    expect(await refusal(pipe)).toMatch(/named pipe/);
    expect(performance.now() - started).toBeLessThan(1000);
  });
  onUnix('a device (not on Windows)', async () => expect(await refusal('/dev/zero')).toMatch(/device/));
  it('what may not be read', async () => {
    const path = databaseFrom(folder, 'CREATE TABLE t(a)');
    chmodSync(path, 0o000);
    const isRoot = process.getuid?.() === 0;
    if (isRoot || process.platform === 'win32') expect((await accepted(path)).snapshot.stable).toBe(true);
    else expect(await refusal(path)).toMatch(/permission denied/);
    writeFileSync(join(folder, 'unlocked'), '');
    chmodSync(path, 0o600);
  });
});
