import { describe, expect, it } from '@jest/globals';
import { blockedRecord, databaseFacts, plan } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

describe('before you execute', () => {
  it('backs up with the WAL, verifies, and migrates as rehearsed', () => {
    const section = sectionOf(recordOf({}), 'Before you execute');
    expect(section).toContain(`\nsqlite3 'snapshots/goals.db' ".backup 'backup.db'"\n`);
    expect(section).toContain('\nsqlite3 backup.db "PRAGMA integrity_check;"\n');
    expect(section).toContain(
      "\nsqlite3 -bail 'snapshots/goals.db' < 'migrations/0001_root_id.sql' &&\nsqlite3 -bail 'snapshots/goals.db' < 'migrations/0002_indexes.sql'\n```",
    );
    expect(section).toMatch(/Keep the backup until .*The rehearsal took 4\.1 ms\.$/);
  });

  it('is not there where the migration must not run', () => {
    expect(sectionOf(blockedRecord(), 'Before you execute')).toBeUndefined();
    expect(sectionOf(blockedRecord(), 'Rollback')).toBeUndefined();
  });

  it('gives no command to migrate where the runner is not known', () => {
    const profile = {
      name: 'transaction',
      transaction: 'file',
      foreignKeys: true,
      doubleQuotedText: true,
    } as const;
    const other = sectionOf(recordOf({ plan: plan({ profile }) }), 'Before you execute');
    expect(other).not.toContain('-bail');
    expect(other).toContain(
      "\n# Migrate. With the project's own tool, as rehearsed: one transaction for each file, foreign keys on.\n",
    );
  });

  it.each([
    ['gz', 'a/app.db.gz', 'a/app.db'],
    ['zst', 'app.db.zst', 'app.db'],
    ['sql', 'dump.sql', 'dump.db'],
    ['sql.gz', 'dump.sql.gz', 'dump.db'],
  ] as const)('names the database and not the snapshot, which is %s', (kind, path, name) => {
    const { snapshot } = databaseFacts();
    const record = recordOf({ path, ...(snapshot && { snapshot: { ...snapshot, kind } }) });
    expect(sectionOf(record, 'Before you execute')).toContain(`sqlite3 '${name}' ".backup`);
    expect(sectionOf(record, 'Rollback')).toContain(`cp backup.db '${name}'`);
  });

  it('is not there where nothing is pending', () => {
    const record = recordOf({ plan: plan({ pending: [] }) });
    expect(sectionOf(record, 'Before you execute')).toBeUndefined();
    expect(sectionOf(record, 'Rollback')).toBeUndefined();
  });

  it('takes a path as one word, and never as an option', () => {
    const section = sectionOf(recordOf({ path: "-it's; rm -rf $HOME.db" }), 'Before you execute');
    expect(section).toContain(`sqlite3 './-it'\\''s; rm -rf $HOME.db' ".backup`);
  });
});

describe('rollback', () => {
  it('restores the backup without what lies beside the database, and says that it was not rehearsed', () => {
    const section = sectionOf(recordOf({}), 'Rollback');
    expect(section?.split('\n').slice(2, 5)).toEqual([
      "rm -f 'snapshots/goals.db-wal' 'snapshots/goals.db-shm' 'snapshots/goals.db-journal'",
      "cp backup.db 'snapshots/goals.db'",
      `sqlite3 'snapshots/goals.db' "PRAGMA integrity_check;"`,
    ]);
    expect(section).toContain('The rollback was not rehearsed.');
  });
});
