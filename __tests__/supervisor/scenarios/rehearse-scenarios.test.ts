import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Supervisor } from '../../../src/supervisor/supervisor.ts';
import { assignmentOf, folderOf } from '../../support/plans.ts';
import { settingsWith } from '../../support/preflight.ts';
import { GOOSE, PRICES, scenarioRunner } from '../../support/scenarios.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';
import { engine } from '../../support/supervisors.ts';

const folder = scratchFolder();

const further = scenarioRunner(folder);

const PARENTS = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE);
  CREATE TABLE d(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE SET NULL);
  INSERT INTO p VALUES (1, 'one'); INSERT INTO c VALUES (1, 1), (2, 1); INSERT INTO d VALUES (1, 1);`;
const REBUILD = `PRAGMA foreign_keys=OFF; CREATE TABLE p_new(id INTEGER PRIMARY KEY, name TEXT, more);
  INSERT INTO p_new SELECT id, name, NULL FROM p; DROP TABLE p; ALTER TABLE p_new RENAME TO p;`;

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
          { table: 'c', rows: 2, nulled: [] },
          { table: 'd', rows: 0, nulled: [{ column: 'p', values: 1 }] },
        ],
      ],
      ['transaction-fk-off', 'done', []],
    ]);
  });

  it('count every row that goes there, also where the file brings others', async () => {
    const files = { '1.sql': `${REBUILD} INSERT INTO c VALUES (9, 1);` };
    const { profiles } = await further(PARENTS, files, ['profiles']);
    const inTransaction = profiles?.find(({ profile }) => profile.name === 'transaction');
    expect(inTransaction?.losses).toMatchObject([{ table: 'c', rows: 2 }, { table: 'd' }]);
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

  it('are a transaction for a file that sqlx runs outside of one only since 0.9', async () => {
    const out = { '1_a.sql': `-- no-transaction\n${REBUILD}\n` };
    const layout = { layout: { name: 'sqlx' } as const };
    expect((await further(PARENTS, out, ['profiles'], layout)).profiles).toMatchObject([
      { profile: { name: 'sqlx', transaction: 'all' }, losses: [{ table: 'c', rows: 2 }, { table: 'd' }] },
    ]);
    const said = { ...layout, profile: { name: 'sqlx', foreignKeys: 'auto' } as const };
    expect((await further(PARENTS, out, ['profiles'], said)).profiles).toBeUndefined();
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

  it("looks into the tool's own table, whatever else has its columns", async () => {
    const rebuild = `ALTER TABLE goose_db_version RENAME TO a_copy;
      CREATE TABLE goose_db_version AS SELECT * FROM a_copy;`;
    const { rerun } = await further(GOOSE + PRICES, { '1_a.sql': `-- +goose Up\n${rebuild}\n` }, ['rerun']);
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
      expect(all.map((facts) => facts.scenarios?.skipped.length)).toEqual([0, 0, 0, 0, 0, 4, 4]);
      expect(all.at(-1)?.scenarios?.skipped.some(({ missed }) => missed)).toBe(false);
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
