import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { isThere, lookUp, nameIn, unreadable } from '../../../src/settings/files/file-access.ts';
import { scratchFolder, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
const numberOf = (code: string) => [...getSystemErrorMap()].find(([, [name]]) => name === code)?.[0];

describe('what the system says', () => {
  it.each([
    [
      { errno: numberOf('EACCES'), code: 'EACCES', message: 'with a path' },
      'cannot be read: permission denied',
    ],
    [{ code: 'ERR_ODD', message: 'odd' }, 'cannot be read: ERR_ODD'],
    [{ message: 'odd' }, 'cannot be read: odd'],
  ])('comes in its words: %j', (error, problem) => {
    expect(unreadable(error).problem).toBe(problem);
  });

  it('is told apart from there being nothing', () => {
    const file = writeText(folder, 'plain', 'x');
    symlinkSync('self', join(folder, 'self'));
    expect(lookUp(join(folder, 'none'))).toBeUndefined();
    expect(lookUp(join(file, 'below'))).toBeUndefined();
    expect(lookUp(join(folder, 'self'))).toMatchObject({
      problem: 'cannot be read: too many symbolic links encountered',
    });
    expect(['none', 'plain/below', 'plain', 'self'].map((name) => isThere(join(folder, name)))).toEqual([
      ...[false, false, true, true],
    ]);
  });
});

it('names are relative to the workspace', () => {
  expect(nameIn('/w', '/w/a/b.sql')).toBe('a/b.sql');
  expect(nameIn('/w/x', '/w/a')).toBe('../a');
  expect(nameIn('/w', '/w')).toBe('.');
});
