import { describe, expect, it } from '@jest/globals';
import { lineCounter } from '../../src/sql/lines.ts';
import { growthOf, LINEAR } from '../support/growth.ts';

describe('the line of an offset', () => {
  it.each([
    ['', [0], [1]],
    ['a', [0, 1], [1, 1]],
    ['a\nb\n\nc', [0, 1, 2, 3, 4, 5, 6], [1, 1, 2, 2, 3, 4, 4]],
    ['\n\n', [0, 1, 1, 2], [1, 2, 2, 3]],
  ])('of %j', (text, offsets, lines) => {
    const lineAt = lineCounter(text);
    expect(offsets.map(lineAt)).toEqual(lines);
  });

  it('is found in one way over the text, in one long line too', () => {
    const search = (text: string) => {
      const lineAt = lineCounter(text);
      for (let at = 0; at < text.length; at += 9) lineAt(at);
    };
    const line = (statements: number) => 'SELECT 1;'.repeat(statements);
    expect(growthOf(search, 2000, line)).toBeLessThan(LINEAR);
  });
});
