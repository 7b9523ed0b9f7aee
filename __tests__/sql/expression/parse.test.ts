import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { spell } from '../../../src/sql/expression/expression.ts';
import { parseExpression } from '../../../src/sql/expression/parse.ts';

const spelled = (sql: string) => {
  const parsed = parseExpression(sql);
  return parsed && spell(parsed);
};

describe('parseExpression', () => {
  it.each([
    ['a > 0', '(("A")) >  0'],
    ['a > 0', '0 < a'],
    ['a >= 0 AND a <= 5', 'a BETWEEN 0 AND 5'],
    ["a IN ('x', 'y')", "[a] in ('y','x', 'y')"],
    ["a IN ('x', 'y')", "a = 'y' OR t.a == 'x'"],
    ["a = 'x'", "a IN ('x')"],
    ['a IS NOT NULL', 'NOT (a ISNULL)'],
    ['a NOTNULL', 'a NOT NULL'],
    ["a <> ''", "NOT a = ''"],
    ['a IS NOT b', 'a IS DISTINCT FROM b'],
    ['a NOT IN (1, 2)', 'NOT a IN (2, 1)'],
    ["a NOT LIKE 'x%' ESCAPE '!'", "NOT (a LIKE 'x%' ESCAPE '!')"],
    ['a + b * c', 'a + (b * c)'],
    ['-1', '(-(1))'],
    ['TRUE', '1'],
    ['1000', '1_000'],
    ['a = -5', 'a = - 5'],
    ['lower(a) = b', 'LOWER ( a )=b'],
    ['CAST(a AS INTEGER)', 'cast((a) as integer)'],
    ['CASE a WHEN 1 THEN b ELSE c END', 'case (a) when (1) then b else (c) end'],
    ["a || b -> '$.x'", "(a || b) -> '$.x'"],
    ['a AND b AND c', '(a AND b) AND c'],
    ['count(*)', 'COUNT( * )'],
    ['a COLLATE NOCASE', 'a collate "nocase"'],
  ])('reads %s and %s as the same', (left, right) => {
    expect(spelled(left)).toBeDefined();
    expect(spelled(right)).toBe(spelled(left));
  });

  it.each([
    ['a + b - c', 'a + (b - c)'],
    ['a OR b AND c', '(a OR b) AND c'],
    ['NOT a = b', '(NOT a) = b'],
    ["a = 'x'", "a = 'X'"],
    ['a < b', 'b < a'],
    ['a IS NULL', 'a = NULL'],
    ['a', '+a'],
    ['NOT NOT a', 'a'],
    ['a IS TRUE', 'a IS 1'],
    ["'a'", '"a"'],
    ['a COLLATE NOCASE', 'a'],
    ["a IN ('1')", 'a IN (1)'],
    ['CASE a WHEN 1 THEN b END', 'CASE WHEN a THEN 1 ELSE b END'],
  ])('tells %s from %s', (left, right) => {
    expect(spelled(left)).toBeDefined();
    expect(spelled(left)).not.toBe(spelled(right));
  });

  it.each([
    '',
    'a IN (SELECT 1)',
    'EXISTS (SELECT 1)',
    'a +',
    '(a',
    'a b',
    'sum(a) OVER ()',
    `${'('.repeat(500)}a${')'.repeat(500)}`,
  ])('leaves %s to the comparison of texts', (sql) => {
    expect(parseExpression(sql)).toBeUndefined();
  });

  it('binds as SQLite does', () => {
    const db = new Database(':memory:');
    const operators = [
      'OR',
      'AND',
      '=',
      '<>',
      '<',
      '>=',
      '&',
      '|',
      '<<',
      '+',
      '-',
      '*',
      '/',
      '%',
      '||',
      'IS',
    ];
    const value = (sql: string) => db.prepare(`SELECT ${sql}`).pluck().get();
    let told = 0;
    for (const one of operators) {
      for (const other of operators) {
        const [flat, left, right] = [
          `7 ${one} 3 ${other} 2`,
          `(7 ${one} 3) ${other} 2`,
          `7 ${one} (3 ${other} 2)`,
        ];
        if (value(left) === value(right) || spelled(left) === spelled(right)) continue;
        told += 1;
        expect([flat, spelled(flat)]).toEqual([
          flat,
          value(flat) === value(left) ? spelled(left) : spelled(right),
        ]);
      }
    }
    db.close();
    expect(told).toBeGreaterThan(60);
  });
});
