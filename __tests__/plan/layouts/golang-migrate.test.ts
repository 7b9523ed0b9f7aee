import { describe, expect, it } from '@jest/globals';
import type { HistoryRow } from '../../../src/facts/history.ts';
import { golangMigrate } from '../../../src/plan/layouts/golang-migrate.ts';
import { folderOf } from '../../support/plans.ts';

const pair = { '1_init.up.sql': 'SELECT 1;', '1_init.down.sql': 'SELECT -1;' };

function read(files: Readonly<Record<string, string>>, row?: HistoryRow) {
  const table = row && { table: 'schema_migrations', rows: [row] };
  return golangMigrate.read(folderOf(files), {
    userVersion: 0,
    options: { name: 'auto' },
    ...(table && { table }),
  });
}

describe('golang-migrate', () => {
  it('orders by number, and pairs up and down whatever their titles and leading zeros', () => {
    const { pending } = read({ ...pair, '10_b.up.sql': '', '9_a.up.sql': '', '009_other.down.sql': '' });
    expect(pending.map(({ id, file }) => [id, file])).toEqual([
      ['1', 'm/1_init.up.sql'],
      ['9', 'm/9_a.up.sql'],
      ['10', 'm/10_b.up.sql'],
    ]);
    expect(pending.map(({ down }) => down !== undefined)).toEqual([true, true, false]);
  });

  it('takes the last direction in a name, and passes over what has none or lies deeper', () => {
    const { pending, ignored } = read({
      '1_a.down.up.sql': 'SELECT 1;',
      '2_b.sql': '',
      'x_1.up.sql': '',
      '99999999999999999999_c.up.sql': '',
      'old/3_d.up.sql': '',
    });
    expect(pending.map(({ id, steps }) => [id, steps.length])).toEqual([['1', 1]]);
    expect(ignored.toSorted()).toEqual([
      'm/2_b.sql',
      'm/99999999999999999999_c.up.sql',
      'm/old/3_d.up.sql',
      'm/x_1.up.sql',
    ]);
  });

  it('takes a version beyond 2^53 as it is', () => {
    const { applied, pending } = read(
      { '9007199254740993_a.up.sql': '', '9007199254740994_b.up.sql': '' },
      { version: 9007199254740993n, dirty: 0 },
    );
    expect([applied, pending.map(({ id }) => id)]).toEqual([1, ['9007199254740994']]);
  });

  it('goes back to the version before, and to none at all from the first', () => {
    const { pending } = read({ ...pair, '2_b.up.sql': '', '2_b.down.sql': '' });
    expect(pending.map(({ down }) => down?.records?.after)).toEqual([
      ['BEGIN', 'DELETE FROM "schema_migrations"', 'COMMIT'],
      [
        'BEGIN',
        'DELETE FROM "schema_migrations"',
        'INSERT INTO "schema_migrations" (version, dirty) VALUES (1, 0)',
        'COMMIT',
      ],
    ]);
  });

  it.each([
    [
      'a dirty row',
      { '1_init.up.sql': '' },
      { version: 2, dirty: 1 },
      'dirty',
      'Dirty database version 2. Fix and force version.',
    ],
    [
      'a version without any file',
      { '1_init.up.sql': '' },
      { version: 2, dirty: 0 },
      'missing',
      'no migration found for version 2: read down for version 2 .: file does not exist',
    ],
    [
      'two files of one version',
      { '01_a.up.sql': '', '1_b.up.sql': '' },
      undefined,
      'invalid',
      'duplicate migration file: 1_b.up.sql',
    ],
    [
      'a backup beside a file',
      { ...pair, '1_init.down.sql.orig': '', '2_b.up.sqlite': '' },
      undefined,
      'invalid',
      'duplicate migration file: 1_init.down.sql.orig',
    ],
  ])('refuses %s in its own words', (_, files, row, kind, sentence) => {
    const { problems } = read(files, row);
    expect(problems).toMatchObject([{ kind, sentence, refuses: true }]);
  });

  it('takes a row without a version for one of nothing applied, which can be dirty all the same', () => {
    const { applied, pending, problems } = read(pair, { version: null, dirty: 0 });
    expect([applied, pending.length, problems]).toEqual([0, 1, []]);
    expect(read(pair, { version: null, dirty: 1 }).problems).toMatchObject([
      { kind: 'dirty', sentence: 'Dirty database version -1. Fix and force version.' },
    ]);
  });

  it('asks no more of a current version than that it has a file, be it only down', () => {
    const { problems } = read({ '1_init.down.sql': '' }, { version: 1, dirty: 0 });
    expect(problems).toEqual([]);
  });

  it('says that a file of another ending, which the tool would run, was not read', () => {
    const { unsupported } = read({ ...pair, '2_b.up.sqlite': '' });
    expect(unsupported).toBe('m/2_b.up.sqlite does not end in .sql, so it was not read');
  });
});
