import { describe, expect, it } from '@jest/globals';
import {
  compareKeys,
  directFiles,
  downMigrations,
  leadingNumber,
  nameOf,
  pathIn,
} from '../../../src/plan/layout-kit/file-names.ts';
import { folderOf } from '../../support/plans.ts';

it('the name of a file is what stands behind its folders', () => {
  expect(nameOf({ path: 'a/b/1_c.sql' })).toBe('1_c.sql');
  expect(nameOf({ path: '1_c.sql' })).toBe('1_c.sql');
});

it.each([
  ['0012_a', 12n],
  ['9007199254740993', 9007199254740993n],
  ['a1', undefined],
  ['', undefined],
])('%s begins with the number %s', (name, number) => {
  expect(leadingNumber(name)).toBe(number);
});

it('keys are compared as what they are', () => {
  expect([10n, 9n, 9n].toSorted(compareKeys)).toEqual([9n, 9n, 10n]);
  expect(['9', '10'].toSorted(compareKeys)).toEqual(['10', '9']);
  expect([compareKeys(1, 2), compareKeys(2, 2), compareKeys(3, 2)]).toEqual([-1, 0, 1]);
});

it('the files of a folder lie in it or below', () => {
  const { direct, below } = directFiles(folderOf({ '1.sql': '', 'a/2.sql': '' }));
  expect(direct.map(({ path }) => path)).toEqual(['1.sql']);
  expect(below.map(({ path }) => path)).toEqual(['a/2.sql']);
});

describe('a way back', () => {
  it.each([
    ['x.down.sql', 'x.up.sql', true],
    ['x.down.sql', 'x.sql', true],
    ['X.Down.SQL', 'x.up.sql', true],
    ['x.down.sql', 'X.UP.SQL', true],
    ['down.sql', 'up.sql', true],
    ['1_a/down.sql', '1_a/up.sql', true],
    ['1_a/down.sql', '2_b/up.sql', false],
    ['x.down.sql', 'y.up.sql', true],
    ['x.rollback.sql', '1.sql', true],
    ['x.Undo.sql', '1.sql', true],
    ['rollback.sql', '1.sql', false],
    ['down.sql', '.sql', false],
    ['shutdown.sql', 'shutup.sql', false],
    ['x.down.sql.orig', 'x.up.sql', false],
    ['x.up.sql', 'x.down.sql', false],
    ['x.sql', 'x.down.sql', false],
  ])('%s beside %s: %s', (path, other, isBack) => {
    const folder = folderOf({ [path]: '', [other]: '' });
    expect([...downMigrations(folder)].some((file) => file.path === path)).toBe(isBack);
  });

  it('is none of itself', () => {
    for (const name of ['x.sql', 'x.down.sql'])
      expect([...downMigrations(folderOf({ [name]: '' }))]).toEqual([]);
  });
});

describe('the path in its folder of a file that was not read', () => {
  it.each([
    [{ '1.sql': '' }, 'm/2.go', '2.go'],
    [{ 'a/1.sql': '' }, 'm/b/2.go', 'b/2.go'],
    [{ 'meta/_journal.json': '' }, 'm/2.go', '2.go'],
    [{ '1.sql': '' }, 'other/2.go', 'other/2.go'],
    [{}, 'm/2.go', 'm/2.go'],
  ])('beside %j of %s is %s', (files, file, path) => {
    expect(pathIn(folderOf(files), file)).toBe(path);
  });
});
