import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { keepMigrated } from '../../../src/supervisor/stages/keep-stage.ts';
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
