import { describe, expect, it } from '@jest/globals';
import { dbmate } from '../../../src/plan/layouts/dbmate.ts';
import { folderOf } from '../../support/plans.ts';

const NO_UP = "dbmate requires each migration to define an up block with '-- migrate:up'";
const NO_DOWN = "dbmate requires each migration to define a down block with '-- migrate:down'";
const TOO_EARLY = "dbmate does not support statements preceding the '-- migrate:up' block";
const both = '-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n';

function read(files: Readonly<Record<string, string>>, versions?: string[]) {
  const table = versions && {
    table: 'schema_migrations',
    rows: versions.map((version) => ({ version })),
  };
  return dbmate.read(folderOf(files), { userVersion: 0, options: { name: 'auto' }, ...(table && { table }) });
}

/** Of the only file: what its up part runs, or why it cannot be read. */
function upOf(sql: string): unknown[] {
  const [one] = read({ '1.sql': sql }).pending;
  return (one?.steps ?? []).map((step) => (step.do === 'exec' ? step.sql : step.problem.sentence));
}

describe('dbmate', () => {
  it('orders by the name as text, and takes the leading digits for the version', () => {
    const { pending, ignored } = read({ '2_a.sql': both, '10_b.sql': both, '3.sql': both, 'x4.sql': both });
    expect(pending.map(({ id, file }) => [id, file])).toEqual([
      ['10', 'm/10_b.sql'],
      ['2', 'm/2_a.sql'],
      ['3', 'm/3.sql'],
    ]);
    expect(ignored).toEqual(['m/x4.sql']);
  });

  it('takes versions for texts: 01 is not 1', () => {
    expect(read({ '1_a.sql': both, '01_b.sql': both }, ['01']).pending.map(({ id }) => id)).toEqual(['1']);
  });

  it('finds the blocks whatever ends the lines, and gives the lines of the file', () => {
    const sql = '-- First\r\n\r\n-- migrate:up\r\n\r\nSELECT 1;\r\n--migrate:down\r\nSELECT 2;\r\n';
    expect(read({ '1.sql': sql }).pending).toMatchObject([
      {
        steps: [{ sql: 'SELECT 1;', line: 5, title: 'SELECT 1' }],
        down: { steps: [{ sql: 'SELECT 2;', line: 7 }] },
      },
    ]);
  });

  it.each([
    ['-- migrate:up transaction:false', true],
    ['--  migrate:up  other:1   transaction:false', true],
    ['-- migrate:up transaction:true', undefined],
    ['-- migrate:up transaction:FALSE', undefined],
    ['-- migrate:up transaction: false', undefined],
    ['-- migrate:up', undefined],
  ])('%j opts out: %s', (directive, optsOut) => {
    const [one] = read({ '1.sql': `${directive}\nSELECT 1;\n-- migrate:down\n` }).pending;
    expect([one?.optsOut, one?.down?.optsOut]).toEqual([optsOut, undefined]);
  });

  it('lets the down block opt out for itself', () => {
    const [one] = read({ '1.sql': '-- migrate:up\n-- migrate:down transaction:false\n' }).pending;
    expect([one?.optsOut, one?.down?.optsOut]).toEqual([undefined, true]);
  });

  it.each([
    ['nothing', '', NO_UP],
    ['no up block', '-- migrate:down\nSELECT 2;', NO_UP],
    ['an up block that is written otherwise', ' -- migrate:up\n-- migrate:down\n', NO_UP],
    ['an up block behind a byte order mark', `\uFEFF${both}`, NO_UP],
    ['no down block', '-- migrate:up\nSELECT 1;', NO_DOWN],
    ['the down block first', '-- migrate:down\n-- migrate:up\nSELECT 1;', NO_DOWN],
    ['two down blocks', `${both}-- migrate:down\n`, NO_UP],
    ['a statement first', `SELECT 0;\n${both}`, TOO_EARLY],
  ])('refuses %s in its turn', (_, sql, sentence) => {
    expect(upOf(sql)).toEqual([sentence]);
  });

  it('claims files with its annotation, wherever they are', () => {
    const tracking = { tables: [], others: [], userVersion: 0 };
    const claims = (name: string, sql: string) => dbmate.claims(folderOf({ [name]: sql }), tracking);
    expect([claims('1_a.sql', both), claims('db/1_a.sql', both)]).toEqual([true, true]);
    expect(claims('1_a.sql', 'SELECT 1;')).toBe(false);
  });
});
