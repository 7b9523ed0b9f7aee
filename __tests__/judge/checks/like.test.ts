import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { likePattern, likeText } from '../../../src/judge/checks/like.ts';
import { growthOf, LINEAR } from '../../support/growth.ts';

describe('a LIKE pattern', () => {
  it('matches what it matches in SQLite', () => {
    const db = new Database(':memory:');
    const like = db.prepare('SELECT ? LIKE ?').pluck();
    const text = fc.array(fc.constantFrom('a', 'A', 'b', '_', '%', 'ä', 'Ä', '😀', '.', '\n'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const [signs, word] = [pattern.join(''), name.join('')];
        expect(likePattern(signs)(likeText(word))).toBe(like.get(word, signs) === 1);
      }),
      { numRuns: 2000 },
    );
    db.close();
  });

  it('takes time in proportion to the name, whatever signs it has', () => {
    const matches = likePattern(`${'%a'.repeat(20)}%b`);
    expect(growthOf(matches, 2000, (size) => likeText('a'.repeat(size)))).toBeLessThan(LINEAR);
  });

  it('that tries every way to fail is done at once', () => {
    expect(likePattern(`${'%a'.repeat(1000)}%b`)(likeText('a'.repeat(5000)))).toBe(false);
  });
});
