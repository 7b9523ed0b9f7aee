import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { excerptsOf } from '../../../src/settings/files/excerpts.ts';
import { scratchFolder } from '../../support/scratch.ts';

const FILE = 'a.sql';

const scratch = scratchFolder();

function workspace(text: string): string {
  const folder = mkdtempSync(join(scratch, 'workspace-'));
  writeFileSync(join(folder, FILE), text);
  return folder;
}

it('gives two lines around each place, once', () => {
  const folder = workspace('1\n2\n3\n4\n5\n6\n');
  const place = { file: FILE, line: 4 };
  expect(excerptsOf([place, undefined, place], folder)).toEqual([
    { ...place, first: 2, lines: ['2', '3', '4', '5', '6'] },
  ]);
});

it('begins with the first line of the file and ends with its last', () => {
  const folder = workspace('one\r\ntwo');
  expect(excerptsOf([{ file: FILE, line: 1 }], folder)).toEqual([
    { file: FILE, line: 1, first: 1, lines: ['one', 'two'] },
  ]);
});

it('gives none for a file without a line, beyond its end, gone, or behind a link that leads out', () => {
  const folder = workspace('one');
  symlinkSync('/etc/hostname', join(folder, 'link.sql'));
  const places = [
    { file: FILE },
    { file: FILE, line: 9 },
    { file: 'gone.sql', line: 1 },
    { file: 'link.sql', line: 1 },
    { file: '../outside.sql', line: 1 },
  ];
  expect(excerptsOf(places, folder)).toEqual([]);
});

it('cuts a line that nobody would read', () => {
  const folder = workspace(`INSERT INTO t VALUES ${'(1),'.repeat(100_000)}`);
  const [excerpt] = excerptsOf([{ file: FILE, line: 1 }], folder);
  expect(excerpt?.lines[0]?.length).toBeLessThan(500);
});
