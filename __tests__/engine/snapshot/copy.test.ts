import { appendFileSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { copyAndHash } from '../../../src/engine/snapshot/copy.ts';
import { scratchFolder, sha256, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
let number = 0;

function copied(content: string | Buffer) {
  number += 1;
  const from = writeText(folder, `source-${number}`, content);
  const to = join(folder, `copy-${number}`);
  return { from, to, copy: copyAndHash(from, to) };
}

describe('copyAndHash', () => {
  it('copies every byte, beyond one chunk too, and hashes what it wrote', () => {
    const { from, to, copy } = copied(Buffer.alloc(9_000_001, 'abc'));
    expect(copy).toMatchObject({ bytes: 9_000_001, sha256: sha256(from) });
    expect(readFileSync(to).equals(readFileSync(from))).toBe(true);
    expect(copy.isStill()).toBe(true);
  });

  it('sees a source that grew', () => {
    const { from, copy } = copied('abc');
    appendFileSync(from, 'd');
    expect(copy.isStill()).toBe(false);
  });

  it('sees other bytes of the same length, even with the old time', () => {
    const { from, copy } = copied('abc');
    const { atime, mtime } = statSync(from);
    writeFileSync(from, 'abd');
    utimesSync(from, atime, mtime);
    expect(copy.isStill()).toBe(false);
  });

  it('refuses to write over a file', () => {
    const { from, to } = copied('abc');
    expect(() => copyAndHash(from, to)).toThrow(/EEXIST/);
  });
});
