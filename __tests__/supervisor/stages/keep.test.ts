import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { keep, keepMigrated } from '../../../src/supervisor/stages/keep-stage.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

it('a log left beside the copy of an earlier run is not played back into the new one', () => {
  const earlier = databaseFrom(
    folder,
    'PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)',
  );
  const kept = join(folder, 'out/app.migrated.db');
  keepMigrated(databaseFrom(folder, 'CREATE TABLE t(a); INSERT INTO t VALUES (2)'), kept);
  const writer = new Database(earlier);
  writer.exec('INSERT INTO t VALUES (3)');
  copyFileSync(`${earlier}-wal`, `${kept}-wal`);
  writer.close();

  keepMigrated(
    databaseFrom(folder, 'PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES (4)'),
    kept,
  );
  const db = new Database(kept, { readonly: true });
  expect(db.prepare('SELECT a FROM t').pluck().all()).toEqual([4]);
  db.close();
});

it.each([
  ['-wal', Buffer.alloc(32, 7)],
  ['-journal', Buffer.from('d9d505f920a163d7', 'hex')],
])('a copy of which a part is still in its %s is not handed out', (suffix, bytes) => {
  const after = databaseFrom(folder, 'CREATE TABLE t(a)');
  writeFileSync(after + suffix, bytes);
  const { facts, incidents } = keep(requestTo('left'), copiesWith(after));
  expect(facts).toEqual({});
  expect(incidents).toMatchObject([{ kind: 'error', detail: expect.stringContaining(suffix) }]);
  expect(existsSync(join(folder, 'left/app.migrated.db'))).toBe(false);
});

it('a journal that was only set to zero, and an empty log, take nothing from the copy', () => {
  const after = databaseFrom(folder, 'CREATE TABLE t(a)');
  writeFileSync(`${after}-journal`, Buffer.alloc(512));
  writeFileSync(`${after}-wal`, '');
  expect(keep(requestTo('whole'), copiesWith(after)).facts.migratedDatabase).toBe(
    join(folder, 'whole/app.migrated.db'),
  );
});

function requestTo(output: string): Parameters<typeof keep>[0] {
  return { output: join(folder, output), migrated: 'app.migrated.db' };
}

function copiesWith(after: string): Parameters<typeof keep>[1] {
  return { after };
}
