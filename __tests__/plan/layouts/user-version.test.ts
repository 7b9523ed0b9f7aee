import { describe, expect, it } from '@jest/globals';
import { userVersion } from '../../../src/plan/layouts/user-version.ts';
import { folderOf } from '../../support/plans.ts';

function read(files: Readonly<Record<string, string>>, version = 0) {
  return userVersion.read(folderOf(files), { userVersion: version, options: { name: 'user-version' } });
}

const ids = (files: Readonly<Record<string, string>>, version = 0) =>
  read(files, version).pending.map(({ id, file }) => [id, file.slice(2)]);

describe('user-version', () => {
  it('runs the files beyond the version by their numbers, wherever they lie', () => {
    const files = { '10_c.sql': '', 'old/002-b.sql': '', '001-a.sql': '', 'seed.sql': '' };
    expect(ids(files, 1)).toEqual([
      ['2', 'old/002-b.sql'],
      ['10', '10_c.sql'],
    ]);
    expect(read(files).ignored).toEqual(['m/seed.sql']);
  });

  it('counts folders, whatever their numbers are', () => {
    const files = {
      '20-b/up.sql': '',
      '20-b/down.sql': 'SELECT 2;',
      '10-a/up.sql': '',
      '10-a/notes.sql': '',
    };
    expect(ids(files)).toEqual([
      ['1', '10-a/up.sql'],
      ['2', '20-b/up.sql'],
    ]);
    expect(ids(files, 1)).toEqual([['2', '20-b/up.sql']]);
    expect(read(files).pending.map(({ down }) => down?.records?.within)).toEqual([
      undefined,
      ['PRAGMA user_version = 1'],
    ]);
    expect(read(files).ignored).toEqual(['m/10-a/notes.sql']);
  });

  it.each([
    ['1-a.up.sql', '1-a.down.sql'],
    ['1-a.sql', '1-a.down.sql'],
  ])('takes from beside %s the way back in %s, and never runs it forward', (up, down) => {
    const { pending } = read({ [up]: 'SELECT 1;', [down]: 'SELECT 2;' });
    expect(pending).toMatchObject([
      {
        file: `m/${up}`,
        down: { steps: [{ sql: 'SELECT 2;' }], records: { within: ['PRAGMA user_version = 0'] } },
      },
    ]);
  });

  it('mentions a database that is ahead of the files', () => {
    expect(read({ '1.sql': '', '2.sql': '' }, 3)).toMatchObject({
      applied: 2,
      pending: [],
      problems: [{ kind: 'missing', refuses: false }],
    });
    expect(read({ '1.sql': '', '2.sql': '' }, 2).problems).toEqual([]);
  });

  it('claims files only where the version is the number of one, and no tool keeps account', () => {
    const claims = (version: number, tables: { table: string; rows: [] }[] = []) =>
      userVersion.claims(folderOf({ '1.sql': '', '3.sql': '' }), {
        userVersion: version,
        others: [],
        tables,
      });
    expect([claims(0), claims(1), claims(2), claims(3)]).toEqual([false, true, false, true]);
    expect(claims(1, [{ table: 'd1_migrations', rows: [] }])).toBe(false);
  });
});
