import { appendFileSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { copyAndHash } from '../../../src/engine/snapshot/copy.ts';
import { scratchFolder, sha256, writeText } from '../../support/scratch.ts';

const folder = scratchFolder();
let number = 0;

/** `at`: when the source was last written. */
function copied(content: string | Buffer, at?: Date) {
  number += 1;
  const from = writeText(folder, `source-${number}`, content);
  if (at !== undefined) utimesSync(from, at, at);
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
    // A whole second: what is finer than utimes() can set would tell the files apart.
    const whole = new Date('2026-01-01T00:00:00Z');
    const { from, copy } = copied('abc', whole);
    writeFileSync(from, 'abd');
    utimesSync(from, whole, whole);
    expect(statSync(from, { bigint: true }).mtimeNs).toBe(BigInt(whole.getTime()) * 1_000_000n);
    expect(copy.isStill()).toBe(false);
    writeFileSync(from, 'abc');
    utimesSync(from, whole, whole);
    expect(copy.isStill()).toBe(true);
  });

  it('sees another byte at the end of a source of several chunks', () => {
    const whole = new Date('2026-01-01T00:00:00Z');
    const content = Buffer.alloc(9_000_001, 'abc');
    const { from, copy } = copied(content, whole);
    content.write('x', content.length - 1);
    writeFileSync(from, content);
    utimesSync(from, whole, whole);
    expect(copy.isStill()).toBe(false);
  });

  it('sees the same bytes written once more, and another file in the place of the first', () => {
    const whole = new Date('2026-01-01T00:00:00Z');
    const rewritten = copied('abc', whole);
    utimesSync(rewritten.from, whole, new Date(whole.getTime() + 1000));
    expect(rewritten.copy.isStill()).toBe(false);
    const replaced = copied('abc', whole);
    renameSync(writeText(folder, 'other', 'abc'), replaced.from);
    utimesSync(replaced.from, whole, whole);
    expect(replaced.copy.isStill()).toBe(false);
  });

  it('refuses to write over a file', () => {
    const { from, to } = copied('abc');
    expect(() => copyAndHash(from, to)).toThrow(/EEXIST/);
  });
});
