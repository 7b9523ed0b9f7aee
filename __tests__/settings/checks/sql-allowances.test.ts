import { describe, expect, it } from '@jest/globals';
import { allowancesInSql } from '../../../src/settings/checks/sql-allowances.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { RULES, readerIn, said } from '../workspace.ts';

const file = 'm/0001.sql';
const { read } = readerIn(scratchFolder());

/** What a migration file with this text allows, without what all of them have. */
function allowed(sql: string) {
  const { allow, mistakes } = allowancesInSql([{ file, path: file, sql }], RULES);
  expect(mistakes).toEqual([]);
  return allow.map(({ migration, source, ...own }) => {
    expect([migration, source.file]).toEqual([file, file]);
    return { ...own, line: source.line };
  });
}

function refused(sql: string): string[] {
  const { allow, mistakes } = allowancesInSql([{ file, path: file, sql }], RULES);
  expect(allow).toEqual([]);
  return mistakes.map(said);
}

describe('an allowance in a comment', () => {
  it('is for a table or an object, with a reason, in the migration it stands in', () => {
    expect(allowed('-- preflight: allow rows-lost sessions: expired sessions are purged\nSELECT 1;')).toEqual(
      [{ rule: 'rows-lost', subject: 'sessions', reason: 'expired sessions are purged', line: 1 }],
    );
  });

  it('may be for one column, and have a limit and a last day in any order', () => {
    expect(allowed('--preflight:allow values-cleared users.phone expires=2027-01-31 max=5 : a: b')).toEqual([
      {
        rule: 'values-cleared',
        table: 'users',
        column: 'phone',
        max: 5,
        expires: '2027-01-31',
        reason: 'a: b',
        line: 1,
      },
    ]);
  });

  it.each([
    ['"my ""table"": a"', 'my "table": a'],
    ["'it''s'", "it's"],
    ['`a.b`', 'a.b'],
    ['[100 %]', '100 %'],
    ['größe', 'größe'],
  ])('takes the name %s as SQLite does', (name, subject) => {
    expect(allowed(`-- preflight: allow rows-lost ${name}: r`)).toMatchObject([{ subject }]);
  });

  it('is read from block comments line by line, at the end of a file, and behind a statement', () => {
    const sql = `/* preflight: allow rows-lost a: one */
/*
 * Purges.
 * preflight: allow rows-lost b: two
 */
DELETE FROM c; -- preflight: allow rows-lost c: three\r
-- PREFLIGHT: Allow rows-lost d: four`;
    expect(allowed(sql).map(({ subject, reason, line }) => [subject, reason, line])).toEqual([
      ['a', 'one', 1],
      ['b', 'two', 4],
      ['c', 'three', 6],
      ['d', 'four', 7],
    ]);
  });

  it('is not read from text, names or prose', () => {
    expect(
      allowed(`SELECT '-- preflight: allow rows-lost a: b', "/* preflight: x */";
      -- the preflight: allow is explained elsewhere`),
    ).toEqual([]);
  });
});

describe('a mistake in such a comment', () => {
  it.each([
    ['allow rows-lots t: r', 'there is no rule rows-lots that can be allowed. -> Did you mean rows-lost?'],
    [
      'allow half-migrated t: r',
      'there is no rule half-migrated that can be allowed. -> See docs/rules.md for the rules there are.',
    ],
    ['allow rows-lost t', 'an allowance must say why this is meant.'],
    ['allow rows-lost t:  ', 'an allowance must say why this is meant.'],
    ['allow rows-lost: r', 'an allowance must name the table, table.column or object that it is for.'],
    ['allow rows-lost max=5: r', 'an allowance must name the table, table.column or object that it is for.'],
    ['allow rows-lost *: r', '* is a pattern; an allowance is for one table, column or object.'],
    ['allow rows-lost t.*: r', '* is a pattern; an allowance is for one table, column or object.'],
    ['allow rows-lost log_%: r', 'log_% is a pattern; an allowance is for one table, column or object.'],
    ['allow rows-lost t expires=2027-02-31: r', 'expires is 2027-02-31; it must be a date that exists.'],
    ['allow rows-lost t max=many: r', 'max is many; it must be a whole number.'],
    ['allow rows-lost t until=5: r', 'an allowance has no until=.'],
    ['allow rows-lost t u: r', '"preflight: allow rows-lost t u: r" is no allowance that can be read.'],
    ['allow rows-lost a.b.c: r', '"preflight: allow rows-lost a.b.c: r" is no allowance that can be read.'],
    ['alow rows-lost t: r', 'there is no directive preflight: alow. -> Did you mean allow?'],
    ['ignore', 'there is no directive preflight: ignore.'],
    ['', 'preflight: says nothing.'],
  ])('%s', (text, message) => {
    const found = refused(`SELECT 1;\n-- preflight: ${text}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:2 migrations: ${message}`);
  });

  it.each([
    ['longer than anybody writes', `-- preflight: allow rows-lost t: ${'x'.repeat(1000)}`, 1],
    ['written a thousand times', '-- preflight: allow rows-lost t: r\n'.repeat(1001), 1001],
  ])('is a directive that is %s', (_, sql, line) => {
    expect(refused(sql)).toEqual([expect.stringMatching(`^m/0001.sql:${line} migrations: .* directive`)]);
  });

  it('is told a hundred times, and then that there are more', () => {
    const found = refused('-- preflight: allow rows-lots t: r\n'.repeat(500));
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toContain('there are more than 100 mistakes of this kind');
  });

  it('comes together with all the others', () => {
    expect(
      refused('-- preflight: allow x: \n-- preflight: allow rows-lost t max=1 max=x expires=x'),
    ).toHaveLength(6);
  });
});

it.each([
  ['blanks before a carriage return', (size: number) => `-- preflight:${' '.repeat(size)}a\rb\n`],
  ['stars', (size: number) => `/* preflight:${'*'.repeat(size)} */`],
  ['stars that end in none', (size: number) => `/* preflight: a${'* '.repeat(size)}b */`],
  ['signs before it', (size: number) => `--${'-/*'.repeat(size)}preflight: x`],
  ['lines of a comment', (size: number) => `/* preflight: x\n${'*\n'.repeat(size)}*/`],
  ['comments', (size: number) => `-- preflight: x\n${'-- a\n'.repeat(size)}`],
])('comments are read in time that grows with their length: %s', (_, text) => {
  const read = (sql: string) => allowancesInSql([{ file, path: file, sql }], RULES);
  expect(growthOf(read, 2000, text)).toBeLessThan(LINEAR);
});

it('both kinds of allowance come out of the settings, and their mistakes in the order of their places', async () => {
  const config = 'migrations: m\nallow: [{ rule: rows-lost, table: a, reason: r }]';
  const sql = '-- preflight: allow rows-lost b: r';
  const { settings } = await read({ database: 'app.db' }, { 'preflight.yml': config, 'm/1.sql': sql });
  expect(settings.allow).toEqual([
    { rule: 'rows-lost', table: 'a', reason: 'r', source: { file: 'preflight.yml', line: 2 } },
    {
      rule: 'rows-lost',
      subject: 'b',
      migration: 'm/1.sql',
      reason: 'r',
      source: { file: 'm/1.sql', line: 1 },
    },
  ]);
  const wrong = await read(
    { database: 'app.db' },
    { 'preflight.yml': config.replace('table: a', 'table: "*"'), 'm/1.sql': `${sql}\n-- preflight: no` },
  );
  expect(wrong.mistakes.map(({ file: where, line, key }) => [where, line, key])).toEqual([
    ['m/1.sql', 2, 'migrations'],
    ['preflight.yml', 2, 'allow.0.table'],
  ]);
});
