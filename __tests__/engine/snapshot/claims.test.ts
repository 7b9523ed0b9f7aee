import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { inspect } from '../../../src/engine/snapshot/inspect.ts';
import { onLinux } from '../../support/platform.ts';
import { databaseFrom, scratchFolder, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();

interface Inspected {
  reason: string | undefined;
  /** Bytes of everything in the folder of the copies. */
  copied: number;
}

async function inspected(snapshot: string): Promise<Inspected> {
  const place = mkdtempSync(join(folder, 'copies-'));
  const result = await inspect({ snapshot, name: 'app.db', folder: place });
  const copied = readdirSync(place).reduce((sum, name) => sum + statSync(join(place, name)).size, 0);
  return { reason: 'unusable' in result ? result.unusable.reason : undefined, copied };
}

/** A database in the middle of a transaction, with its journal; as after a crash. */
function crashed(): { database: Buffer; journal: Buffer } {
  const path = databaseFrom(folder, 'PRAGMA page_size=512; CREATE TABLE t(a); INSERT INTO t VALUES (1)');
  const db = new Database(path);
  db.exec('PRAGMA cache_size=1; BEGIN');
  for (let row = 0; row < 20; row += 1) db.exec('INSERT INTO t VALUES (zeroblob(400))');
  const files = { database: readFileSync(path), journal: readFileSync(`${path}-journal`) };
  db.close();
  return files;
}

function placed(database: Buffer, journal?: Buffer): string {
  const place = mkdtempSync(join(folder, 'given-'));
  if (journal !== undefined) writeText(place, 'app.db-journal', journal);
  return writeText(place, 'app.db', database);
}

const changed = (bytes: Buffer, at: number, value: number): Buffer => {
  const other = Buffer.from(bytes);
  other.writeUInt32BE(value, at);
  return other;
};

describe('a database whose header counts more pages than it has', () => {
  const whole = readFileSync(
    databaseFrom(folder, 'PRAGMA page_size=512; CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(2500))'),
  );

  it.each([8, 5_000_000, 0xfffffffe])(
    'is refused with a sentence, and its copy does not grow: %d',
    async (pages) => {
      const { reason, copied } = await inspected(placed(changed(whole, 28, pages)));
      expect(reason).toBe(
        `its header counts ${pages} pages, and the file has ${whole.length / 512}: it was cut off.`,
      );
      expect(copied).toBe(whole.length);
    },
  );

  it('may have left the others in a -wal', async () => {
    const wal = Buffer.from(changed(whole, 28, 500));
    wal.fill(2, 18, 20);
    expect((await inspected(placed(wal))).reason).toMatch(
      /or the others are in a -wal that was left behind\.$/,
    );
  });

  it('is read by its size where an old writer has left the number behind', async () => {
    const old = changed(changed(whole, 28, 500), 92, 7);
    expect((await inspected(placed(old))).reason).toBeUndefined();
  });
});

describe('a hot journal', () => {
  it('is played back where it is what a transaction left', async () => {
    const { database, journal } = crashed();
    const { reason, copied } = await inspected(placed(database, journal));
    expect(reason).toBeUndefined();
    expect(copied).toBe(2 * 1024);
  });

  it('is refused where it would make the copy much larger', async () => {
    const { database, journal } = crashed();
    const { reason, copied } = await inspected(placed(database, changed(journal, 16, 8_000_000)));
    expect(reason).toMatch(
      /^its -journal is damaged: it says that the database had 4096 MB, of which file and journal hold \d+ kB\.$/,
    );
    expect(copied).toBeLessThan(100_000);
  });

  it('is refused where it names a file, and that file stays', async () => {
    const { database, journal } = crashed();
    const victim = writeText(mkdtempSync(join(folder, 'victim-')), 'app.db-mj0123456A9', 'precious\0');
    const name = Buffer.from(victim);
    const end = Buffer.alloc(name.length + 20);
    end.writeUInt32BE(0x40000000 / 512 + 1, 0);
    name.copy(end, 4);
    end.writeUInt32BE(name.length, name.length + 4);
    end.writeUInt32BE(
      name.reduce((sum, byte) => sum + byte, 0),
      name.length + 8,
    );
    journal.copy(end, name.length + 12, 0, 8);
    const { reason } = await inspected(placed(database, Buffer.concat([journal, end])));
    expect(reason).toMatch(/^its -journal is of a transaction over several databases/);
    expect(existsSync(victim)).toBe(true);
  });
});

describe('a file with holes', () => {
  onLinux('is refused before it is copied, whichever of the files it is', async () => {
    for (const suffix of ['', '-wal', '-journal']) {
      const path = placed(readFileSync(databaseFrom(folder, 'CREATE TABLE t(a)')));
      if (suffix !== '') writeFileSync(path + suffix, 'x');
      truncateSync(path + suffix, 3 * 1024 ** 4);
      const { reason, copied } = await inspected(path);
      expect(reason).toMatch(
        /^it is a sparse file: 3298535 MB by its size, of which the disk holds \d+ kB\.$/,
      );
      expect(copied).toBe(0);
    }
  });

  onLinux('is copied where it is small', async () => {
    const path = placed(readFileSync(databaseFrom(folder, 'CREATE TABLE t(a)')));
    const holey = join(mkdtempSync(join(folder, 'holey-')), 'app.db');
    copyFileSync(path, holey);
    truncateSync(holey, 4_000_000);
    expect((await inspected(holey)).reason).toBeUndefined();
  });
});
