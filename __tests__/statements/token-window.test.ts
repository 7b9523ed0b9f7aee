import { describe, expect, it } from '@jest/globals';
import { meaningfulTokens } from '../../src/sql/tokens.ts';
import { statementsOf } from '../../src/statements/split.ts';
import { namesOf } from '../../src/statements/targets.ts';
import { TokenWindow } from '../../src/statements/token-window.ts';

/** The texts of what is kept, with as many tokens of either end. */
function kept(sql: string, most: number): string {
  const window = new TokenWindow(sql, most);
  for (const token of meaningfulTokens(sql)) window.push(token);
  return window
    .list()
    .map(({ start, end }) => sql.slice(start, end))
    .join(' ');
}

describe('the tokens of a statement', () => {
  it.each([
    ['a b c', 2, 'a b c'],
    ['a b c d', 2, 'a b c d'],
    ['a b c d e f g', 2, 'a b f g'],
    ['a b c d e f g', 3, 'a b c e f g'],
    ['a ( b c d e ) f g', 2, 'a ( ) f g'],
    ['a b ( c d e f ) g', 2, 'a b ( ) g'],
    ['a ( b ( c ) d ) ( e f g ) h', 2, 'a ( ) ( ) h'],
    ['', 2, ''],
  ])('of %j with %i of either end are %j', (sql, most, expected) => {
    expect(kept(sql, most)).toBe(expected);
  });
});

describe('a statement that is as long as a dump', () => {
  const rows = "(1, 'a'), ".repeat(60_000);

  it('is known by its beginning and its end, and keeps its whole text', () => {
    const sql = `INSERT INTO t(a, b) VALUES ${rows}(2, 'b') ON CONFLICT (a) DO UPDATE SET b = 1; SELECT 2`;
    const [first, second] = [...statementsOf(sql)];
    expect(first?.sql).toBe(sql.slice(0, -' SELECT 2'.length));
    // One parenthesis is open across the gap.
    expect(first?.tokens.length).toBe(100_001);
    expect(namesOf(sql, first?.tokens)).toMatchObject([{ verb: 'upsert', name: 't' }]);
    expect(second?.sql).toBe('SELECT 2');
  });

  it('is followed through common table expressions of any length', () => {
    const [statement] = [
      ...statementsOf(`WITH w(a, b) AS (VALUES ${rows}(2, 'b')) DELETE FROM t WHERE a IN w`),
    ];
    const sql = `WITH w(a, b) AS (VALUES ${rows}(2, 'b')) DELETE FROM t WHERE a IN w`;
    expect(namesOf(sql, statement?.tokens)).toEqual([{ verb: 'delete', name: 't' }]);
  });

  it('has a line, a title and a phase like any other, below any number of comments', () => {
    const [statement] = [...statementsOf(`${'-- a\n'.repeat(50_000)}-- the last\nSELECT 1`)];
    expect(statement?.line).toBe(50_002);
    expect(statement?.comments.at(-1)).toEqual({ text: 'the last', adjacent: true });
    expect(statement?.comments.length).toBeLessThan(2001);
  });
});
