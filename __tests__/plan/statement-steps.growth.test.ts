import { describe, expect, it } from '@jest/globals';
import { statementSteps } from '../../src/plan/statement-steps.ts';
import { growthOf, LINEAR } from '../support/growth.ts';

const steps = (sql: string) => statementSteps('m/1.sql', sql);

describe('a script is taken apart in time that grows with its length', () => {
  it.each([
    ['statements', (size: number) => 'INSERT INTO t VALUES (1);\n'.repeat(size)],
    ['calls in calls', (size: number) => `SELECT ${'a('.repeat(size)}`],
    ['calls in calls that are closed', (size: number) => `SELECT ${'iif('.repeat(size)}${')'.repeat(size)}`],
    ['calls beside each other', (size: number) => `SELECT ${'max(a ORDER BY b), '.repeat(size)}1`],
    ['parentheses', (size: number) => `UPDATE t SET a = ${'('.repeat(size)} FROM`],
    ['parentheses that close nothing', (size: number) => `SELECT ${')'.repeat(size)} OVER`],
    ['conflicts without an end', (size: number) => `INSERT INTO t ${'ON CONFLICT ('.repeat(size)}`],
    ['words of a table', (size: number) => `CREATE TABLE x ${'STRICT '.repeat(size)}`],
    ['columns', (size: number) => `CREATE TABLE x (${'a AS (1), '.repeat(size)} b)`],
    ['a WITH without a verb', (size: number) => `WITH ${'a AS (SELECT 1), '.repeat(size)}`],
    [
      'the body of a trigger',
      (size: number) => `CREATE TRIGGER g BEGIN ${'UPDATE t SET a = 1;'.repeat(size)} END;`,
    ],
    ['variables with open suffixes', (size: number) => `SELECT ${'$a('.repeat(size)}`],
    ['variables with colons', (size: number) => `SELECT ${'$a::'.repeat(size)}`],
    ['quotes', (size: number) => `SELECT ${"''".repeat(size)}'`],
    ['comments', (size: number) => `${'-- a\n'.repeat(size)}SELECT 1`],
    ['comments with blank lines between', (size: number) => `${'/* a */\n\n'.repeat(size)}SELECT 1`],
    ['stars of a comment', (size: number) => `/*${'*'.repeat(size)} a ${'*'.repeat(size)}\n*/ SELECT 1`],
    ['dashes of a comment', (size: number) => `${'-'.repeat(size)} a\nSELECT 1`],
    [
      'blanks in a comment',
      (size: number) => `-- phase:${' '.repeat(size)}\n-- a${' '.repeat(size)}b\nSELECT 1`,
    ],
    ['blanks in a statement', (size: number) => `SELECT${' '.repeat(size)}1${' '.repeat(size)};`],
    ['lines of a comment', (size: number) => `/*${'* a\n'.repeat(size)}*/ SELECT 1`],
    ['numbers', (size: number) => `SELECT 1${'1'.repeat(size)}_`],
  ])('%s', (_, text) => {
    expect(growthOf(steps, 2000, text)).toBeLessThan(LINEAR);
  });
});

it('a title takes the beginning of a long text only', () => {
  const [step] = steps(`SELECT ${'1,   '.repeat(100_000)}2`);
  expect(step?.title).toMatch(/^SELECT 1, 1, .{60,70}…$/);
  const [blank] = steps(`SELECT${' '.repeat(5000)}1`);
  expect(blank?.title).toBe('SELECT…');
});
