import { describe, expect, it } from '@jest/globals';
import type { Assignment } from '../../../src/plan/make-plan.ts';
import { GOOSE, PRICES, scenarioRunner } from '../../support/scenarios.ts';
import { scratchFolder } from '../../support/scratch.ts';

const scenariosOf = scenarioRunner(scratchFolder());

async function crashOf(schema: string, files: Record<string, string>, options: Partial<Assignment> = {}) {
  return (await scenariosOf(schema, files, ['crash'], options)).crash;
}

const RAISE = 'UPDATE prices SET cents = cents * 100;';

describe('a crash', () => {
  it('after which prices are raised a second time is unsafe, at each stop that it goes for', async () => {
    const sql =
      'UPDATE prices SET cents = cents + 1; CREATE INDEX IF NOT EXISTS i ON prices(cents); DELETE FROM prices WHERE id = 9;';
    const crash = await crashOf(PRICES, { '1.sql': `${sql}UPDATE prices SET at = 'x';` });
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
    const crash = await crashOf(PRICES, { '1.sql': sql });
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
    const crash = await crashOf(PRICES, { '1.sql': sql });
    expect(crash?.points.map(({ outcome }) => outcome)).toEqual(['safe', 'safe']);
  });

  it.each([
    ['goose', { '1_a.sql': `-- +goose NO TRANSACTION\n-- +goose Up\n${RAISE}\n` }],
    ['dbmate', { '1_a.sql': `-- migrate:up transaction:false\n${RAISE}\n-- migrate:down\n` }],
    ['sqlx', { '1_a.sql': `-- no-transaction\n${RAISE}\n` }],
    ['sql-migrate', { '1_a.sql': `-- +migrate Up notransaction\n${RAISE}\n` }],
    ['diesel', { '1_a/up.sql': RAISE, '1_a/metadata.toml': 'run_in_transaction = false\n' }],
  ] as const)('is unsafe before the row of %s, outside of a transaction', async (name, files) => {
    const crash = await crashOf(PRICES, files, { layout: { name } });
    const raised = { tables: [{ table: 'prices', changed: 2 }] };
    expect(crash?.points.filter(({ outcome }) => outcome !== 'safe')).toMatchObject([
      { outcome: 'unsafe', differences: raised },
    ]);
  });

  it('is unsafe before the row of a tool too that the user has said to use no transaction', async () => {
    const profile = { name: 'goose', foreignKeys: 'auto', transaction: 'none' } as const;
    const crash = await crashOf(GOOSE + PRICES, { '1_a.sql': `-- +goose Up\n${RAISE}\n` }, { profile });
    expect(crash?.points).toMatchObject([{ outcome: 'unsafe' }]);
    const files = { '1_a.sql': '-- +goose Up\n-- nothing yet\n' };
    expect(await crashOf(PRICES, files, { layout: { name: 'goose' }, profile })).toEqual({
      boundaries: 0,
      points: [],
    });
  });

  it('sticks where the next run meets its own leftovers, or the tool wants a hand', async () => {
    const plain = await crashOf(PRICES, { '1.sql': 'ALTER TABLE prices ADD a; ALTER TABLE prices ADD b;' });
    expect(plain?.points).toMatchObject([
      { outcome: 'sticks', stop: { message: 'duplicate column name: a' } },
    ]);
    const schema = `${PRICES} CREATE TABLE schema_migrations (version uint64, dirty bool);
      CREATE UNIQUE INDEX version_unique ON schema_migrations (version); INSERT INTO schema_migrations VALUES (1, 0);`;
    const files = { '1_a.up.sql': 'SELECT 1;', '2_b.up.sql': 'ALTER TABLE prices ADD a;' };
    const crash = await crashOf(schema, files);
    expect(crash?.points.map(({ outcome }) => outcome)).toContain('sticks');
    expect(crash?.points.at(-1)?.stop).toMatchObject({
      kind: 'dirty',
      message: expect.stringMatching(/^Dirty database version 2/),
    });
  });

  it('is rehearsed with the driver that takes text in double quotes, where the plan needed it', async () => {
    const sql =
      'UPDATE prices SET at = "open"; UPDATE prices SET cents = cents + 1; UPDATE prices SET at = "shut";';
    const { crash, rerun } = await scenariosOf(PRICES, { '1.sql': sql }, ['crash', 'rerun']);
    expect(crash?.points.map(({ outcome }) => outcome)).toEqual(['safe', 'unsafe']);
    expect(rerun?.outcome).toBe('differs');
  });

  it('has no place in one transaction', async () => {
    const profile = { name: 'transaction', foreignKeys: 'auto' } as const;
    const sql = 'UPDATE prices SET cents = cents + 1; DELETE FROM prices WHERE id = 2;';
    const crash = await crashOf(PRICES, { '1.sql': sql }, { profile });
    expect(crash).toEqual({ boundaries: 0, points: [] });
  });

  it.each([
    [
      'a table with the columns of a tool',
      'CREATE TABLE IF NOT EXISTS uploads(id INTEGER PRIMARY KEY, hash TEXT, created_at INTEGER);',
    ],
    ['the number of the schema', 'PRAGMA user_version = 1;'],
  ])('is followed by the same files as before, where they set %s', async (_, first) => {
    const sql = `${first} UPDATE prices SET cents = cents * 100; CREATE INDEX IF NOT EXISTS i ON prices(cents);`;
    const { crash, rerun } = await scenariosOf(PRICES, { '1.sql': sql }, ['crash', 'rerun']);
    expect(crash?.points.at(-1)).toMatchObject({
      outcome: 'unsafe',
      differences: { tables: [{ changed: 2 }] },
    });
    expect(rerun?.outcome).toBe('differs');
  });

  it('is tried at an even sample of a long plan', async () => {
    const sql = Array.from({ length: 60 }, (_, at) => `CREATE TABLE IF NOT EXISTS t${at}(a);`).join('\n');
    const crash = await crashOf(PRICES, { '1.sql': sql });
    expect(crash?.boundaries).toBe(59);
    expect(crash?.points).toHaveLength(20);
    expect([crash?.points[0]?.line, crash?.points.at(-1)?.line]).toEqual([1, 59]);
  });
});
