import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { HistoryRow } from '../../../src/facts/history.ts';
import { drizzle1 } from '../../../src/plan/layouts/drizzle-1.ts';
import { folderOf } from '../../support/plans.ts';

const pathOf = (name: string) => `${name}/migration.sql`;
const hashOf = (sql: string) => createHash('sha256').update(sql).digest('hex');

function read(files: Readonly<Record<string, string>>, rows?: HistoryRow[], profile?: string) {
  const folder = folderOf(
    Object.fromEntries(Object.entries(files).map(([name, sql]) => [pathOf(name), sql])),
  );
  return drizzle1.read(folder, {
    ...{ userVersion: 0, options: { name: 'drizzle-1' } },
    ...(rows && { table: { table: '__drizzle_migrations', rows } }),
    ...(profile && { profile }),
  });
}

function rowOf(name: string, sql: string): HistoryRow {
  return { id: 1, hash: hashOf(sql), created_at: 0, name, applied_at: null };
}

describe('Drizzle 1.0', () => {
  it('runs what its table does not name, in the order of the names, however old', () => {
    const files = { '20260301000000_c': 'C', '20260101000000_a': 'A', '20260201000000_b': 'B' };
    const { applied, pending, problems } = read(files, [rowOf('20260201000000_b', 'B')]);
    expect([applied, pending.map(({ id }) => id)]).toEqual([1, ['20260101000000_a', '20260301000000_c']]);
    expect(problems).toMatchObject([{ kind: 'out-of-order', refuses: false }]);
  });

  it('records hash, the time in the name as UTC, and the name', () => {
    const [migration] = read({ '20260101000000_a': 'SELECT 1;' }, []).pending;
    const [record] = migration?.records?.within ?? [];
    expect(record).toBe(
      `INSERT INTO "__drizzle_migrations" ("hash", "created_at", "name", "applied_at") values('${hashOf('SELECT 1;')}', 1767225600000, '20260101000000_a', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
    );
    expect(read({ init: 'SELECT 1;' }, []).pending[0]?.records?.within?.[0]).toContain(', NULL, ');
  });

  it('makes its table where there is none', () => {
    expect(read({ a: 'A' }).setup).toHaveLength(1);
    expect(read({ a: 'A' }, []).setup).toEqual([]);
  });

  it('does not notice what was edited, renamed or removed', () => {
    const kinds = (files: Readonly<Record<string, string>>, ...rows: HistoryRow[]) =>
      read(files, rows).problems.map(({ kind, sentence }) => [kind, /renamed/.test(sentence)]);
    expect(kinds({ a: 'A, edited' }, rowOf('a', 'A'))).toEqual([['edited', false]]);
    expect(kinds({ a: 'A\r\n' }, rowOf('a', 'A\n'))).toEqual([]);
    expect(kinds({ a: 'A' }, { ...rowOf('a', ''), hash: '' })).toEqual([]);
    expect(kinds({ a: 'A' }, rowOf('a', 'A'), rowOf('b', 'B'))).toEqual([['missing', false]]);
    expect(kinds({ a: 'A', c: 'B' }, rowOf('a', 'A'), rowOf('b', 'B'))).toEqual([['missing', true]]);
  });

  it('refuses a folder that still has a journal', () => {
    const folder = folderOf({ 'a/migration.sql': 'A', 'meta/_journal.json': '{"entries":[]}' });
    const { problems } = drizzle1.read(folder, { userVersion: 0, options: { name: 'drizzle-1' } });
    expect(problems).toMatchObject([{ refuses: true, sentence: expect.stringContaining('drizzle-kit up') }]);
  });

  it('leaves a second statement to its driver', () => {
    const files = { a: 'SELECT 1;\nSELECT 2;' };
    expect(read(files, []).pending[0]?.steps).toMatchObject([{ do: 'refuse' }]);
    for (const profile of ['drizzle-bun', 'drizzle-libsql', 'plain'])
      expect(read(files, [], profile).problems).toMatchObject([{ kind: 'dropped', line: 2 }]);
  });

  it('claims dated folders with a snapshot, and no others', () => {
    const claims = (...paths: string[]) =>
      drizzle1.claims(folderOf(Object.fromEntries(paths.map((path) => [path, '']))), {
        ...{ tables: [], others: [], userVersion: 0 },
      });
    expect(claims('20260101000000_a/migration.sql', '20260101000000_a/snapshot.json')).toBe(true);
    expect(claims('20260101000000_a/migration.sql', 'migration_lock.toml')).toBe(false);
    expect(claims('20260101000000_a/migration.sql')).toBe(false);
    expect(claims('20260101000000_a/snapshot.json')).toBe(false);
  });
});
