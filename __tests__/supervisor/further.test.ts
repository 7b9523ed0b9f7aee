import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { FurtherName, FurtherRehearsals } from '../../src/facts/further.ts';
import type { Assignment } from '../../src/plan/plan.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';
import { assignmentOf, folderOf } from '../support/plans.ts';
import { settingsWith } from '../support/preflight.ts';
import { databaseFrom, scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const engine = join(import.meta.dirname, '../../src/engine/task.ts');

/** What else is rehearsed of files, in a run with real engine processes that leaves nothing behind. */
async function further(
  schema: string,
  files: Record<string, string>,
  rehearse: 'auto' | 'elsewhere' | FurtherName[],
  wishes: Partial<Assignment> = {},
): Promise<FurtherRehearsals> {
  const place = mkdtempSync(join(folder, 'run-'));
  const temp = join(place, 'temp');
  const supervisor = new Supervisor({ engine, temp, signal: new AbortController().signal });
  try {
    const request = {
      ...{ snapshot: databaseFrom(place, schema), name: 'x.db', output: join(place, 'output') },
      migrated: 'x.migrated.db',
      ...{ checks: settingsWith().checks, samples: 'none' as const, rehearse },
      assignment: assignmentOf(folderOf(files), wishes),
    };
    const [facts] = await supervisor.run([request], 60_000);
    expect(facts?.incidents).toEqual([]);
    expect(readdirSync(join(temp, readdirSync(temp)[0] as string))).toEqual([]);
    return facts?.further ?? { skipped: [] };
  } finally {
    await supervisor.close();
  }
}

const PRICES = `CREATE TABLE prices(id INTEGER PRIMARY KEY, cents INTEGER, at TEXT);
  INSERT INTO prices VALUES (1, 100, NULL), (2, 200, NULL);`;
const PARENTS = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE);
  CREATE TABLE d(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE SET NULL);
  INSERT INTO p VALUES (1, 'one'); INSERT INTO c VALUES (1, 1), (2, 1); INSERT INTO d VALUES (1, 1);`;
const REBUILD = `PRAGMA foreign_keys=OFF; CREATE TABLE p_new(id INTEGER PRIMARY KEY, name TEXT, more);
  INSERT INTO p_new SELECT id, name, NULL FROM p; DROP TABLE p; ALTER TABLE p_new RENAME TO p;`;
const GOOSE = `CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL,
    is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')));
  INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1);`;

describe('a crash', () => {
  it('after which prices are raised a second time is unsafe, at each stop that it goes for', async () => {
    const sql =
      'UPDATE prices SET cents = cents + 1; CREATE INDEX IF NOT EXISTS i ON prices(cents); DELETE FROM prices WHERE id = 9;';
    const { crash } = await further(PRICES, { '1.sql': `${sql}UPDATE prices SET at = 'x';` }, ['crash']);
    expect(crash?.boundaries).toBe(2);
    expect(
      crash?.points.map(({ line, outcome, differences }) => [line, outcome, differences?.tables]),
    ).toEqual([
      [1, 'unsafe', [{ table: 'prices', removed: 0, added: 0, changed: 2, columns: ['cents'] }]],
      [1, 'unsafe', [{ table: 'prices', removed: 0, added: 0, changed: 2, columns: ['cents'] }]],
    ]);
  });

  it('after which the only copy of a table is dropped is unsafe', async () => {
    const sql = `DROP TABLE IF EXISTS prices_new; CREATE TABLE prices_new(id INTEGER PRIMARY KEY, cents INTEGER);
      INSERT INTO prices_new SELECT id, cents FROM prices; DROP TABLE prices; ALTER TABLE prices_new RENAME TO prices;`;
    const { crash } = await further(PRICES, { '1.sql': sql }, ['crash']);
    expect(crash?.points.map(({ title, outcome, stop }) => [title, outcome, stop?.message])).toEqual([
      ['DROP TABLE IF EXISTS prices_new', 'safe', undefined],
      ['CREATE TABLE prices_new(id INTEGER PRIMARY KEY, cents INTEGER)', 'safe', undefined],
      ['INSERT INTO prices_new SELECT id, cents FROM prices', 'safe', undefined],
      ['DROP TABLE prices', 'unsafe', 'no such table: prices'],
    ]);
  });

  it('is safe where every statement can be repeated, also when it writes the time', async () => {
    const sql = `CREATE TABLE IF NOT EXISTS log(at TEXT); UPDATE prices SET at = CURRENT_TIMESTAMP WHERE at IS NULL;
      CREATE INDEX IF NOT EXISTS i ON prices(at);`;
    const { crash } = await further(PRICES, { '1.sql': sql }, ['crash']);
    expect(crash?.points.map(({ outcome }) => outcome)).toEqual(['safe', 'safe']);
  });

  it('sticks where the next run meets its own leftovers, or the tool wants a hand', async () => {
    const plain = await further(PRICES, { '1.sql': 'ALTER TABLE prices ADD a; ALTER TABLE prices ADD b;' }, [
      'crash',
    ]);
    expect(plain.crash?.points).toMatchObject([
      { outcome: 'sticks', stop: { message: 'duplicate column name: a' } },
    ]);
    const schema = `${PRICES} CREATE TABLE schema_migrations (version uint64, dirty bool);
      CREATE UNIQUE INDEX version_unique ON schema_migrations (version); INSERT INTO schema_migrations VALUES (1, 0);`;
    const files = { '1_a.up.sql': 'SELECT 1;', '2_b.up.sql': 'ALTER TABLE prices ADD a;' };
    const { crash } = await further(schema, files, ['crash']);
    expect(crash?.points.map(({ outcome }) => outcome)).toContain('sticks');
    expect(crash?.points.at(-1)?.stop?.message).toMatch(/^Dirty database version 2/);
  });

  it('is rehearsed with the driver that takes text in double quotes, where the plan needed it', async () => {
    const sql =
      'UPDATE prices SET at = "open"; UPDATE prices SET cents = cents + 1; UPDATE prices SET at = "shut";';
    const { crash, rerun } = await further(PRICES, { '1.sql': sql }, ['crash', 'rerun']);
    expect(crash?.points.map(({ outcome }) => outcome)).toEqual(['safe', 'unsafe']);
    expect(rerun?.outcome).toBe('differs');
  });

  it('has no place in one transaction', async () => {
    const profile = { name: 'transaction', foreignKeys: 'auto' } as const;
    const sql = 'UPDATE prices SET cents = cents + 1; DELETE FROM prices WHERE id = 2;';
    const { crash } = await further(PRICES, { '1.sql': sql }, ['crash'], { profile });
    expect(crash).toEqual({ boundaries: 0, points: [] });
  });

  it('is tried at an even sample of a long plan', async () => {
    const sql = Array.from({ length: 60 }, (_, at) => `CREATE TABLE IF NOT EXISTS t${at}(a);`).join('\n');
    const { crash } = await further(PRICES, { '1.sql': sql }, ['crash']);
    expect(crash?.boundaries).toBe(59);
    expect(crash?.points).toHaveLength(20);
    expect([crash?.points[0]?.line, crash?.points.at(-1)?.line]).toEqual([1, 59]);
  });
});

describe('other ways in which production may execute', () => {
  it('show what only foreign keys in a transaction take', async () => {
    const { profiles } = await further(PARENTS, { '1.sql': REBUILD }, ['profiles']);
    const short = profiles?.map(({ profile, outcome, losses }) => [profile.name, outcome, losses]);
    expect(short).toEqual([
      ['autocommit-fk-on', 'done', []],
      [
        'transaction',
        'done',
        [
          { table: 'c', rows: 2, cleared: [] },
          { table: 'd', rows: 0, cleared: [{ column: 'p', values: 1 }] },
        ],
      ],
      ['transaction-fk-off', 'done', []],
    ]);
  });

  it('are none for a file that does not run there', async () => {
    const { profiles } = await further(PARENTS, { '1.sql': `BEGIN; ${REBUILD} COMMIT;` }, ['profiles']);
    expect(profiles?.map(({ profile, outcome }) => [profile.name, outcome])).toContainEqual([
      'transaction',
      'cannot-run',
    ]);
  });

  it('are not tried where the user has said how', async () => {
    const said = { profile: { name: 'plain', foreignKeys: 'auto' } as const };
    expect((await further(PARENTS, { '1.sql': REBUILD }, ['profiles'], said)).profiles).toBeUndefined();
    const keys = { profile: { name: 'auto', foreignKeys: false } as const };
    const { profiles } = await further(PARENTS, { '1.sql': REBUILD }, ['profiles'], keys);
    expect(profiles?.map(({ profile, losses }) => [profile.name, losses])).toEqual([
      ['transaction-fk-off', []],
    ]);
  });

  it('are the other foreign keys for a tool that leaves them to its driver', async () => {
    const { profiles } = await further(GOOSE + PARENTS, { '1_a.sql': `-- +goose Up\n${REBUILD}\n` }, [
      'profiles',
    ]);
    expect(profiles).toMatchObject([
      { profile: { name: 'goose', foreignKeys: true }, losses: [{ table: 'c', rows: 2 }, { table: 'd' }] },
    ]);
  });
});

describe('a second run', () => {
  it.each([
    ['ALTER TABLE prices ADD a;', 'fails'],
    ['CREATE INDEX IF NOT EXISTS i ON prices(at);', 'same'],
    ['UPDATE prices SET cents = cents * 2;', 'differs'],
  ])('of %s %s', async (sql, outcome) => {
    const { rerun } = await further(PRICES, { '1.sql': sql }, ['rerun']);
    expect(rerun?.outcome).toBe(outcome);
  });

  it('finds nothing pending where the tool keeps account', async () => {
    const { rerun } = await further(
      GOOSE + PRICES,
      { '1_a.sql': '-- +goose Up\nALTER TABLE prices ADD a;\n' },
      ['rerun'],
    );
    expect(rerun).toEqual({ outcome: 'nothing-pending' });
  });
});

describe('the way back', () => {
  it('is the backup, byte for byte, and the down migrations where there are any', async () => {
    const up = '-- +goose Up\nALTER TABLE prices ADD a;\n';
    const exact = await further(
      GOOSE + PRICES,
      { '1_a.sql': `${up}-- +goose Down\nALTER TABLE prices DROP a;\n` },
      ['rollback'],
    );
    expect(exact.rollback).toMatchObject({
      backup: { identical: true },
      down: { outcome: 'done', differences: { tables: [], objects: [] } },
    });
    const none = await further(GOOSE + PRICES, { '1_a.sql': up }, ['rollback']);
    expect(none.rollback).not.toHaveProperty('down');
  });

  it('by down migrations may lose values, objects, or fail', async () => {
    const up =
      '-- +goose Up\nCREATE INDEX i ON prices(at);\nUPDATE prices SET at = NULL, cents = 5;\n-- +goose Down\n';
    const lossy = await further(GOOSE + PRICES, { '1_a.sql': `${up}SELECT 1;\n` }, ['rollback']);
    expect(lossy.rollback?.down?.differences).toMatchObject({
      tables: [{ table: 'prices', changed: 2, columns: ['cents'] }],
      objects: [{ kind: 'index', name: 'i', change: 'added' }],
    });
    const fails = await further(GOOSE + PRICES, { '1_a.sql': `${up}DROP INDEX none;\n` }, ['rollback']);
    expect(fails.rollback?.down).toMatchObject({
      outcome: 'failed',
      stop: { message: 'no such index: none' },
    });
  });
});

describe('text in double quotes that the plan itself does not hold', () => {
  it('is taken on the way back', async () => {
    const sql =
      '-- +goose Up\nUPDATE prices SET at = \'open\';\n-- +goose Down\nUPDATE prices SET at = "shut";\n';
    const { rollback } = await further(GOOSE + PRICES, { '1_a.sql': sql }, ['rollback']);
    expect(rollback?.down).toMatchObject({
      outcome: 'done',
      differences: { tables: [{ table: 'prices', columns: ['at'] }] },
    });
  });

  it('is taken on a second run, which finds no column of that name any more', async () => {
    const sql =
      'UPDATE prices SET cents = 5 WHERE "at" = \'x\'; ALTER TABLE prices RENAME COLUMN at TO since;';
    const { rerun } = await further(PRICES, { '1.sql': sql }, ['rerun']);
    expect(rerun).toMatchObject({
      outcome: 'fails',
      stop: { message: expect.stringMatching(/^(error in|no such column: "?at"?$)/) },
    });
  });
});

describe('what is left out', () => {
  it('is said, with its reason', async () => {
    const { skipped } = await further(PRICES, { '1.sql': 'SELECT 1;' }, ['rollback']);
    expect(skipped).toEqual(
      ['profiles', 'rerun', 'crash'].map((rehearsal) => ({
        rehearsal,
        reason: 'left out by `rehearse`',
        missed: false,
      })),
    );
    expect((await further(PRICES, { '1.sql': 'SELECT 1;' }, 'elsewhere')).skipped).toHaveLength(4);
  });

  it('with many databases, on all but the first of them', async () => {
    const place = mkdtempSync(join(folder, 'many-'));
    const { signal } = new AbortController();
    const supervisor = new Supervisor({ engine, temp: join(place, 'temp'), signal });
    const request = {
      ...{ name: 'x.db', output: join(place, 'output'), checks: settingsWith().checks },
      ...{ samples: 'none' as const, rehearse: 'auto' as const },
      assignment: assignmentOf(folderOf({ '1.sql': 'SELECT 1;' })),
    };
    try {
      const snapshot = databaseFrom(place, PRICES);
      const requests = Array.from({ length: 7 }, (_, at) => ({
        ...request,
        snapshot,
        migrated: `x${at}.db`,
      }));
      const all = await supervisor.run(requests, 60_000);
      expect(all.map((facts) => facts.further?.skipped.length)).toEqual([0, 0, 0, 0, 0, 4, 4]);
      expect(all.at(-1)?.further?.skipped.some(({ missed }) => missed)).toBe(false);
    } finally {
      await supervisor.close();
    }
  });

  it('is all but the backup after a failure', async () => {
    const { skipped, rollback } = await further(PRICES, { '1.sql': 'DROP TABLE none;' }, 'auto');
    expect(skipped.map(({ rehearsal }) => rehearsal)).toEqual(['profiles', 'rerun', 'crash']);
    expect(rollback?.backup.identical).toBe(true);
  });
});
