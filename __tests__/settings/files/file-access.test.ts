import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookUp, nameIn, readText, unreadable } from '../../../src/settings/files/file-access.ts';
import { scratchFolder, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
const numberOf = (code: string) => [...getSystemErrorMap()].find(([, [name]]) => name === code)?.[0];
const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const read = (content: Buffer | string) => readText(writeText(folder, 'file', content));

describe('text', () => {
  it.each([
    ['nothing', '', ''],
    ['line ends as they are', 'a\r\nb\rc\n', 'a\r\nb\rc\n'],
    ['every plane of Unicode', 'aé€😀\uFFFD', 'aé€😀\uFFFD'],
    ['a byte order mark, which is left out', '\uFEFFa', 'a'],
    ['a second byte order mark, which stays', '\uFEFF\uFEFFa', '\uFEFFa'],
  ])('may hold %s', (_, content, expected) => {
    expect(read(content)).toBe(expected);
  });

  it('of any kind comes out as it is', () => {
    const text = fc.string({ unit: 'binary' }).filter((part) => !/[\0\uFEFF]/.test(part));
    fc.assert(
      fc.property(text, (content) => {
        expect(read(content)).toBe(content);
      }),
    );
  });

  it.each([
    ['a NUL byte', bytes('a\nb', 0, 'c'), 'holds a NUL byte at offset 3', 2],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 'a', 0), 'is UTF-16', 1],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 'a'), 'is UTF-16', 1],
    ['UTF-16 without a mark', bytes('a', 0, 'b', 0), 'holds a NUL byte at offset 1', 1],
    ['Latin-1', bytes('a\n\n€', 0xe9, ' x'), 'is not UTF-8 at offset 6', 3],
    ['a stray second byte', bytes('ab', 0x80), 'is not UTF-8 at offset 2', 1],
    ['a character cut by the end', bytes('ab', 0xe2, 0x82), 'is not UTF-8 at offset 2', 1],
    ['half a surrogate pair', bytes('ab', 0xed, 0xa0, 0x80), 'is not UTF-8 at offset 2', 1],
    ['a character written too long', bytes('ab', 0xc0, 0xaf), 'is not UTF-8 at offset 2', 1],
    ['a byte that no character has', bytes('\uFFFD', 0xff), 'is not UTF-8 at offset 3', 1],
  ])('must not hold %s', (_, content, problem, line) => {
    expect(read(content)).toEqual({ problem, line, remedy: expect.stringContaining('UTF-8') });
  });

  it('must be there to be read', () => {
    expect(readText(join(folder, 'none'))).toEqual({
      problem: 'cannot be read: no such file or directory',
      remedy: 'Correct the path, or its permissions.',
    });
    expect(readText(folder)).toMatchObject({ problem: 'cannot be read: illegal operation on a directory' });
  });
});

describe('what the system says', () => {
  it.each([
    [
      { errno: numberOf('EACCES'), code: 'EACCES', message: 'with a path' },
      'cannot be read: permission denied',
    ],
    [{ code: 'ERR_FS_FILE_TOO_LARGE', message: 'too large' }, 'is too large to be read as text'],
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
  });
});

it('names are relative to the workspace', () => {
  expect(nameIn('/w', '/w/a/b.sql')).toBe('a/b.sql');
  expect(nameIn('/w/x', '/w/a')).toBe('../a');
  expect(nameIn('/w', '/w')).toBe('.');
});
