import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { HistoryRow } from '../../../src/facts/history.ts';
import { sqlx } from '../../../src/plan/layouts/sqlx.ts';
import { folderOf } from '../../support/plans.ts';

const hash = (text: string) => createHash('sha384').update(text).digest();
const row = (version: number | bigint, text: string, success = 1): HistoryRow => ({
  version,
  success,
  checksum: hash(text),
});

function read(files: Readonly<Record<string, string>>, rows?: HistoryRow[], bom?: true) {
  const folder = folderOf(files);
  const marked = { ...folder, files: folder.files.map((file) => ({ ...file, ...(bom && { bom }) })) };
  const table = rows && { table: '_sqlx_migrations', rows };
  return sqlx.read(marked, { userVersion: 0, options: { name: 'sqlx' }, ...(table && { table }) });
}

describe('sqlx', () => {
  it('orders by number, takes a sign, and passes over what has no underscore or another ending', () => {
    const { pending, ignored } = read({
      '10_b.sql': '',
      '+9_a.sql': '',
      '-1_c.sql': '',
      '3.sql': '',
      '4_x.SQL': '',
      'old/5_y.sql': '',
    });
    expect(pending.map(({ id }) => id)).toEqual(['-1', '9', '10']);
    expect(ignored.toSorted()).toEqual(['m/3.sql', 'm/4_x.SQL', 'm/old/5_y.sql']);
  });

  it.each([
    ['1_add_users_table.sql', 'add users table'],
    ['1_add__users.up.sql', 'add  users'],
    ['1_to.up.sqlite.up.sql', 'to.up.sqlite'],
    ["1_it's.sql", "it''s"],
  ])('describes %s as %s', (name, description) => {
    const [one] = read({ [name]: '' }).pending;
    expect(one?.records?.within?.[0]).toContain(`VALUES (1, '${description}', TRUE, x'`);
  });

  it("records the SHA-384 of the file's bytes, the byte order mark among them", () => {
    const recorded = (bom?: true) =>
      read({ '1_a.sql': 'SELECT 1;\r\n' }, undefined, bom).pending[0]?.records?.within?.[0];
    expect(recorded()).toContain(hash('SELECT 1;\r\n').toString('hex'));
    expect(recorded(true)).toContain(hash('\uFEFFSELECT 1;\r\n').toString('hex'));
  });

  it.each([
    ['-- no-transaction\nSELECT 1;', undefined, true],
    ['-- no-transactions are bad\nSELECT 1;', undefined, true],
    ['\n-- no-transaction\nSELECT 1;', undefined, undefined],
    ['--no-transaction\nSELECT 1;', undefined, undefined],
    ['-- no-transaction\nSELECT 1;', true, undefined],
  ] as const)('%j with a byte order mark: %s opts out: %s', (sql, bom, optsOut) => {
    expect(read({ '1_a.sql': sql }, undefined, bom).pending[0]?.optsOut).toBe(optsOut);
  });

  it('has another way to run what opts out, because sqlx before 0.9 does not let it', () => {
    const out = { '1_a.sql': '-- no-transaction\nSELECT 1;' };
    expect(read(out).otherwise).toEqual({ transaction: 'all' });
    expect(read({ ...out, '2_b.sql': '' }, [row(1, out['1_a.sql'])]).otherwise).toBeUndefined();
  });

  it('takes the way back from the down file, which opts out for itself', () => {
    const { pending } = read({ '1_a.up.sql': 'SELECT 1;', '1_a.down.sql': '-- no-transaction\nSELECT 2;' });
    expect(pending).toMatchObject([
      {
        down: {
          optsOut: true,
          records: { within: ['DELETE FROM "_sqlx_migrations" WHERE version = 1'] },
        },
      },
    ]);
    expect(pending[0]?.optsOut).toBeUndefined();
  });

  it('says only what comes first: the name, then dirty, then missing, then edited', () => {
    const files = { '1_a.sql': 'x', '2_b.sql': 'y' };
    const kinds = (more: Record<string, string>, rows: HistoryRow[]) =>
      read({ ...files, ...more }, rows).problems.map(({ kind }) => kind);
    const edited = row(1, 'other');
    const missing = row(7, 'z');
    const dirty = row(2, 'y', 0);
    expect(kinds({ x_c: '', 'x_c.sql': '' }, [dirty, missing, edited])).toEqual(['invalid']);
    expect(kinds({}, [dirty, missing, edited])).toEqual(['dirty']);
    expect(kinds({}, [row(2, 'y'), missing, edited])).toEqual(['missing']);
    expect(kinds({}, [row(2, 'y'), edited])).toEqual(['edited']);
  });

  it.each([
    ['SELECT 1;\n', 'SELECT 1;\r\n', 'LF'],
    ['SELECT 1;\r\n', 'SELECT 1;\n', 'CRLF'],
  ])('says of %j, of which the file is now %j, that %s line ends were applied', (was, is, ends) => {
    const [problem] = read({ '1_a.sql': is }, [row(1, was)]).problems;
    expect(problem?.sentence).toBe(
      `migration 1 was previously applied but has been modified. With ${ends} line ends it is the file that was applied`,
    );
  });

  it('stops behind the last pending file before an edited one', () => {
    const files = { '1_a.sql': '', '2_b.sql': '', '3_c.sql': 'new', '4_d.sql': '' };
    const { pending, problems } = read(files, [row(3, 'old')]);
    expect(pending.map(({ id, stop }) => [id, stop?.kind])).toEqual([
      ['1', undefined],
      ['2', 'edited'],
      ['4', undefined],
    ]);
    expect(problems.every(({ refuses }) => !refuses)).toBe(true);
  });
});
