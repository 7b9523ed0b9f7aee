import { describe, expect, it } from '@jest/globals';
import { canonical, withoutOuterParentheses } from '../../src/sql/canonical.ts';

describe('canonical', () => {
  it.each([
    ['CHECK( Price>0 )', 'check ("price" > 0)'],
    ['a != b', 'A <> B'],
    ['select /* why */ 1 -- end', 'SELECT  1'],
    ['`odd name`', '"odd name"'],
  ])('spells %j like %j', (left, right) => {
    expect(canonical(left)).toBe(canonical(right));
  });

  it.each([
    ["'A'", "'a'"],
    ['a b', 'ab'],
    ['"a b"', 'a b'],
    ['1', '1.0'],
  ])('tells %j from %j', (left, right) => {
    expect(canonical(left)).not.toBe(canonical(right));
  });

  it('drops parentheses only where they enclose everything', () => {
    expect(withoutOuterParentheses('((a))')).toBe('a');
    expect(withoutOuterParentheses('(a) + (b)')).toBe('(a) + (b)');
    expect(withoutOuterParentheses("(')')")).toBe("')'");
  });
});
