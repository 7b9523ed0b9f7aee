import { describe, expect, it } from '@jest/globals';
import type { Count } from '../../src/facts/settings.ts';
import { evaluateExpectations } from '../../src/judge/expectations.ts';
import { measured } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const nothing = { tables: [], columns: [], indexes: [], rows: [] };
const facts = measured(
  folder,
  'CREATE TABLE t(a UNIQUE, b); CREATE INDEX idx_a ON t(a); CREATE INDEX IDX_B ON t(b); CREATE INDEX "idxxc" ON t(a, b); INSERT INTO t VALUES (1, 1), (2, 2), (3, 3);',
  'SELECT 1',
);

describe('indexes', () => {
  it.each([
    ['idx_%', 3],
    ['idx_a', 1],
    ['IDX__', 3],
    ['%', 3],
    ['idx.a', 0],
    ['sqlite%', 0],
  ])('LIKE %s finds %i, as SQLite does', (pattern, value) => {
    const [found] = evaluateExpectations(facts, {
      ...nothing,
      indexes: [{ pattern, count: { operator: '=', value } }],
    });
    expect(found).toMatchObject({ met: true });
  });
});

describe('row counts', () => {
  it.each<[Count['operator'], number, boolean]>([
    ['>=', 3, true],
    ['>=', 4, false],
    ['<=', 3, true],
    ['<=', 2, false],
    ['>', 2, true],
    ['>', 3, false],
    ['<', 4, true],
    ['<', 3, false],
    ['=', 3, true],
    ['=', 2, false],
  ])('3 rows %s %i: %s', (operator, value, met) => {
    const [found] = evaluateExpectations(facts, {
      ...nothing,
      rows: [{ table: 'T', count: { operator, value } }],
    });
    expect(found?.met).toBe(met);
  });

  it('unchanged cannot be held against a health check', () => {
    const health = measured(folder, 'CREATE TABLE t(a)');
    expect(evaluateExpectations(health, { ...nothing, rows: [{ table: 't', count: 'unchanged' }] })).toEqual(
      [],
    );
  });
});
