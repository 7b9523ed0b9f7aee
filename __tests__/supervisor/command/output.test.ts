import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Output } from '../../../src/supervisor/command/output.ts';

/** A line costs 64 beside its letters: of lines with 36, ten fit into a thousand. */
const BOUNDS = { head: 1000, tail: 1000 };
const row = (at: number) => `line ${String(at).padStart(31, '0')}`;

async function told(parts: Iterable<string>, bounds = BOUNDS): Promise<string[]> {
  const lines: string[] = [];
  const output = new Output((line) => lines.push(line), bounds);
  await output.read(Readable.from(parts));
  output.end();
  return lines;
}

describe('the output of a command', () => {
  it('is told whole up to the bound', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => row(at));
    expect(await told([`${rows.join('\n')}\n`])).toEqual(rows);
  });

  it('has its beginning, its end and a line of what is left out, beyond it', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => row(at));
    const lines = await told(rows.map((text) => `${text}\n`));
    expect(lines.slice(0, 10)).toEqual(rows.slice(0, 10));
    expect(lines.slice(-10)).toEqual(rows.slice(-10));
    expect(lines.slice(10, -10)).toEqual([
      '[it prints very much: the end is shown when it has ended]',
      '[980 lines with 35280 characters are left out here]',
    ]);
  });

  it('never loses the last line, however long it is and whether it ends', async () => {
    const lines = await told(['first\n', 'x'.repeat(50_000), '\nlast word']);
    expect(lines[0]).toBe('first');
    expect(lines.at(-1)).toBe('last word');
    expect(lines.join('').length).toBeLessThan(20_000);
  });

  it('is bounded in lines too: empty ones fill no memory', async () => {
    const lines = await told(Array.from({ length: 1000 }, () => '\n'.repeat(1000)));
    expect(lines.length).toBeLessThan(40);
    expect(lines).toContain('[999970 lines with 0 characters are left out here]');
  });

  it('of both streams has one bound, and time in proportion to its size', async () => {
    const lines: string[] = [];
    const output = new Output((line) => lines.push(line), { head: 1e6, tail: 1e6 });
    const part = `${'y'.repeat(99)}\n`.repeat(10_000);
    const stream = () => output.read(Readable.from(Array.from({ length: 50 }, () => part)));
    const begun = performance.now();
    await Promise.all([stream(), stream()]);
    output.end();
    expect(lines.join('').length).toBeLessThan(2e6);
    // A hundred megabytes.
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});
