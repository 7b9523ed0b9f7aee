import { expect, it } from '@jest/globals';
import { layouts } from '../../src/plan/layouts/index.ts';
import { genericProfiles, profileNamed, profiles } from '../../src/plan/profiles.ts';

/** Those of later layouts stand in the layouts' own tests. Name; whose transactions; foreign keys on; text in double quotes taken; the schema's own tables defended. */
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

it('are one for each layout and each of its drivers, under a name of its own, and four are of no tool', () => {
  const drivers = layouts.flatMap(({ name, otherDrivers = [] }) => [
    name,
    ...otherDrivers.map((one) => one.name),
  ]);
  const names = [...drivers, 'autocommit-fk-on', 'transaction', 'transaction-fk-off'];
  expect(profiles.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
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
