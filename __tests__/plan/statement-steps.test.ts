import { describe, expect, it } from '@jest/globals';
import { statementSteps } from '../../src/plan/statement-steps.ts';

describe('statementSteps', () => {
  it('titles a statement with the comment right above it, else with its first words', () => {
    const sql = '-- Backfill root ids\nUPDATE goals SET a = 1;\n-- a chapter\n\nDELETE\n  FROM goals;';
    expect(statementSteps('m.sql', sql).map(({ title }) => title)).toEqual([
      'Backfill root ids',
      'DELETE FROM goals',
    ]);
  });

  it('passes over lines that are no prose, and cuts long ones', () => {
    const [step] = statementSteps('m.sql', `-- Title\n-- =======\nSELECT 1;`);
    expect(step?.title).toBe('Title');
    const [long] = statementSteps('m.sql', `SELECT '${'x'.repeat(200)}'`);
    expect(long?.title).toHaveLength(80);
    expect(long?.title.endsWith('…')).toBe(true);
  });

  it('groups by phase from its comment on', () => {
    const sql = 'SELECT 0; -- phase: Indexes\nSELECT 1; SELECT 2; /* phase: Audit */ SELECT 3;';
    expect(statementSteps('m.sql', sql).map(({ phase }) => phase)).toEqual([
      undefined,
      'Indexes',
      'Indexes',
      'Audit',
    ]);
  });

  it('reads phases in block comments line by line, and keeps what is said to us out of the titles', () => {
    const sql = `/*
 * Phase: Indexes
 * For the lists of goals.
 * preflight: allow index-lost idx_old: replaced
 */
SELECT 1;
/* phase: Audit */
SELECT 2;
/**
 * phase: Last
 **/
-- preflight: allow rows-lost t: old
SELECT 3;`;
    expect(statementSteps('m.sql', sql).map(({ phase, title }) => [phase, title])).toEqual([
      ['Indexes', 'For the lists of goals.'],
      ['Audit', 'SELECT 2'],
      ['Last', 'SELECT 3'],
    ]);
  });
});
