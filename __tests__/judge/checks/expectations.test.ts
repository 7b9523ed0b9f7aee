import { describe, expect, it } from '@jest/globals';
import type { Count } from '../../../src/facts/settings.ts';
import { evaluateExpectations } from '../../../src/judge/checks/expectations.ts';
import { type CaseSettings, measured, settingsWith } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const evaluated = (facts: ReturnType<typeof measured>, expect: CaseSettings['expect'] = {}) =>
  evaluateExpectations(facts, settingsWith({ expect }).expect);
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
    const [found] = evaluated(facts, {
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
    const [found] = evaluated(facts, {
      rows: [{ table: 'T', count: { operator, value } }],
    });
    expect(found?.met).toBe(met);
  });

  it('of a table that never existed are a mistake of the settings, not unmet', () => {
    const rows = [{ table: 'none', count: { operator: '=' as const, value: 0 } }];
    expect(evaluated(facts, { rows, columns: [{ table: 'none', column: 'a' }] })).toEqual([]);
  });

  it('cannot be held against a health check: they say what a migration leads to', () => {
    const health = measured(folder, 'CREATE TABLE t(a)');
    const wanted = { operator: '>=' as const, value: 1 };
    expect(evaluated(health, { rows: [{ table: 't', count: 'unchanged' }] })).toEqual([]);
    expect(evaluated(health, { rows: [{ table: 't', count: wanted }], tables: ['u'] })).toEqual([]);
  });
});
