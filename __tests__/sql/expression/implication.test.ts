import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Expression } from '../../../src/sql/expression/expression.ts';
import { implies, isRelaxed, sameExpressions } from '../../../src/sql/expression/implication.ts';
import { parseExpression } from '../../../src/sql/expression/parse.ts';

const sameName = (left: string, right: string) => left === right;
const parsed = (sql: string) => parseExpression(sql) as Expression;

const CONDITIONS = [
  'a > 0',
  'a >= 0',
  'a > 1',
  'a < 2',
  'a = 1',
  'a IN (0, 1)',
  'a IN (0, 1, 2)',
  'a NOT IN (0, 1)',
  'a IS NULL',
  'a IS NOT NULL',
  'b IS NOT NULL',
  'a > 0 AND b > 0',
  'a > 0 OR b > 0',
  'a BETWEEN 0 AND 2',
  'NOT (a > 0 AND b > 0)',
  'b',
];

describe('implies', () => {
  it.each([false, true])('claims nothing that rows disprove, NULL passing: %s', (nullPasses) => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE t(a, b)');
    for (const a of ['NULL', '-1', '0', '0.5', '1', '2', '3'])
      for (const b of ['NULL', '0', '1']) db.exec(`INSERT INTO t VALUES (${a}, ${b})`);
    const passes = (sql: string) => (nullPasses ? `((${sql}) IS NOT FALSE)` : `((${sql}) IS TRUE)`);
    let claims = 0;
    for (const left of CONDITIONS) {
      for (const right of CONDITIONS) {
        if (!implies(parsed(left), parsed(right), { sameName, nullPasses })) continue;
        claims += 1;
        const counter = `SELECT count(*) FROM t WHERE ${passes(left)} AND NOT ${passes(right)}`;
        expect([left, right, db.prepare(counter).pluck().get()]).toEqual([left, right, 0]);
      }
    }
    db.close();
    expect(claims).toBeGreaterThan(CONDITIONS.length + 15);
  });
});

describe('isRelaxed', () => {
  it.each([
    ["a IN ('x')", "a IN ('x', 'y')", true],
    ['length(a) <= 50', 'length(a) <= 100', true],
    ['a BETWEEN 1 AND 5', 'a BETWEEN 0 AND 10', true],
    ["a NOT IN ('x', 'y')", "a NOT IN ('x')", true],
    ['a > 0', 'a >= 0', false],
    ["a IN ('x')", "b IN ('x', 'y')", false],
    ["a IN ('x', 'y')", "a IN ('x', 'z')", false],
    ['a > 0 AND b > 0', 'a > 0', false],
    ['a > 0', 'a > 0 OR b > 0', false],
    ['length(a) <= 50', 'length(a) <= 40', false],
  ])('%s, then %s: %s', (left, right, expected) => {
    expect(isRelaxed(parsed(left), parsed(right), sameName)).toBe(expected);
  });
});

describe('sameExpressions', () => {
  it('follows names, and takes AND and OR in any order', () => {
    const renamed = (left: string, right: string) => left === right || (left === 'a' && right === 'z');
    expect(sameExpressions(parsed('a > 0 AND b'), parsed('b AND 0 < z'), renamed)).toBe(true);
    expect(sameExpressions(parsed('a > 0 AND b'), parsed('a AND b > 0'), renamed)).toBe(false);
    expect(sameExpressions(parsed('b AND b'), parsed('b AND a'), sameName)).toBe(false);
  });
});
