import { expect, it } from '@jest/globals';
import { genericProfiles, profileNamed, profiles } from '../../src/plan/profiles.ts';

/** Name; whose transactions; foreign keys on; text in double quotes taken; the schema's own tables defended. */
const WAYS = [
  ['plain', 'none', false, true, false],
  ['autocommit-fk-on', 'none', true, true, false],
  ['transaction', 'file', true, true, false],
  ['transaction-fk-off', 'file', false, true, false],
  ['drizzle', 'all', true, false, true],
  ['drizzle-1', 'all', true, false, true],
  ['drizzle-libsql', 'all', false, false, true],
  ['drizzle-bun', 'all', false, true, true],
  ['drizzle-expo', 'all', false, true, false],
  ['drizzle-op-sqlite', 'none', false, true, false],
  ['drizzle-d1-http', 'none', true, true, true],
  ['prisma', 'none', true, true, false],
  ['d1', 'file', true, true, true],
  ['goose', 'file', false, true, false],
  ['golang-migrate', 'file', false, true, false],
  ['sqlx', 'file', true, true, false],
  ['diesel', 'file', false, true, false],
  ['dbmate', 'file', false, true, false],
  ['sql-migrate', 'file', false, true, false],
  ['user-version', 'file', false, true, false],
] as const;

it.each(WAYS)('%s: transaction %s, foreign keys %s, double quotes %s, defensive %s', (...way) => {
  const { name, transaction, foreignKeys, doubleQuotedText, defensive = false } = profileNamed(way[0]);
  expect([name, transaction, foreignKeys, doubleQuotedText, defensive]).toEqual(way);
});

it('are these and no others, of which four are of no tool', () => {
  expect(profiles.map(({ name }) => name).toSorted()).toEqual(WAYS.map(([name]) => name).toSorted());
  expect(genericProfiles.map(({ name }) => name)).toEqual([
    'plain',
    'autocommit-fk-on',
    'transaction',
    'transaction-fk-off',
  ]);
});

it('a profile that no layout has is a mistake of the program', () => {
  expect(() => profileNamed('none')).toThrow('there is no profile none');
});
