import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANYWHERE, type Reach, within } from '../../../src/settings/files/reach.ts';
import { readText } from '../../../src/settings/files/read-text.ts';
import { onUnix } from '../../support/platform.ts';
import { scratchFolder, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
const MOST = 1 << 20;

const readAt = (path: string, reach: Reach = ANYWHERE) => readText(path, { reach, most: MOST, mark: 'drop' });
const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const read = (content: Buffer | string) => readAt(writeText(folder, 'file', content));

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
    expect(readAt(join(folder, 'none'))).toEqual({
      problem: 'cannot be read: no such file or directory',
      remedy: 'Correct the path, or its permissions.',
    });
    expect(readAt(folder)).toMatchObject({ problem: 'is a folder, not a file' });
  });
});

describe('a file is refused', () => {
  it('beyond the limit, which it may reach, and without reading it', () => {
    const path = writeText(folder, 'sparse', '');
    truncateSync(path, MOST);
    expect(readAt(path)).toMatchObject({ problem: 'holds a NUL byte at offset 0' });
    // A terabyte that takes no room.
    for (const size of [MOST + 1, 2 ** 40]) {
      truncateSync(path, size);
      expect(readAt(path)).toEqual({
        problem: 'is larger than 1 MiB',
        remedy: 'Split it, or remove what is not needed.',
      });
    }
  });

  onUnix('that is a pipe, a socket or a device, without waiting for it (Windows has none)', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.on('listening', resolve));
    symlinkSync('/dev/zero', join(folder, 'device'));
    symlinkSync('pipe', join(folder, 'linked-pipe'));
    const problems = ['pipe', 'linked-pipe', 'socket', 'device'].map((name) => readAt(join(folder, name)));
    expect(problems).toMatchObject([
      { problem: 'is a named pipe, not a file' },
      { problem: 'is a named pipe, not a file' },
      { problem: 'is a socket, not a file' },
      { problem: 'is a device, not a file' },
    ]);
    server.close();
  });

  it('where a link leads out of reach, through a folder too, and not where it stays within', () => {
    const place = join(folder, 'place');
    mkdirSync(join(place, 'sub'), { recursive: true });
    writeText(folder, 'secret', 'TOKEN');
    writeText(place, 'plain', 'fine');
    symlinkSync('../secret', join(place, 'file-link'));
    symlinkSync('..', join(place, 'folder-link'));
    symlinkSync('../plain', join(place, 'sub/inner-link'));
    const read = (name: string) => readAt(join(place, name), within(place));
    for (const name of ['file-link', 'folder-link/secret', '../secret']) {
      expect(read(name)).toMatchObject({ problem: 'leads out of the repository' });
    }
    for (const name of ['plain', 'sub/inner-link', 'folder-link/place/plain'])
      expect(read(name)).toBe('fine');
  });

  it('whose folder only begins with the name of the one within reach', () => {
    mkdirSync(join(folder, 'repo'));
    mkdirSync(join(folder, 'repo-secrets'));
    writeText(join(folder, 'repo-secrets'), 'x', 'TOKEN');
    const path = join(folder, 'repo/../repo-secrets/x');
    expect(readAt(path, within(join(folder, 'repo')))).toMatchObject({
      problem: 'leads out of the repository',
    });
  });

  it('where another one takes its place between the look and the reading', () => {
    const path = writeText(folder, 'swapped', 'first');
    writeText(folder, 'other', 'second');
    const swapping: Reach = {
      holds: () => {
        renameSync(join(folder, 'other'), path);
        return true;
      },
    };
    // What was looked at is what is read: the file is opened after the check, and seen to stand there still.
    expect(readAt(path, swapping)).toBe('second');
    symlinkSync('/dev/zero', join(folder, 'link'));
    const linking: Reach = {
      holds: () => {
        renameSync(join(folder, 'link'), path);
        return true;
      },
    };
    expect(readAt(path, linking)).toMatchObject({ problem: 'was changed while it was read' });
  });
});

it('no descriptor stays open, whatever was refused', () => {
  const before = openSync(folder, 'r');
  for (let turn = 0; turn < 50; turn += 1) readAt(join(folder, 'sparse'));
  const after = openSync(folder, 'r');
  for (const opened of [before, after]) closeSync(opened);
  // The system gives the lowest number that is free.
  expect(after - before).toBeLessThan(5);
});
