import { describe, expect, it } from '@jest/globals';
import type { Scenarios } from '../../../src/facts/rehearsal/scenarios.ts';
import { scenarioLines } from '../../../src/report/shared/scenario-lines.ts';
import { plan } from '../../support/record.ts';

const lines = (scenarios: Partial<Scenarios>) => scenarioLines({ skipped: [], ...scenarios });
const backup = { ms: 1.25, identical: true };

describe('the lines on further rehearsals', () => {
  it('name each way to execute with what it loses', () => {
    const { profile } = plan();
    const loss = { table: 'c', rows: 2, nulled: [] };
    const profiles = [
      { profile, outcome: 'done' as const, losses: [loss] },
      { profile: { ...profile, foreignKeys: true }, outcome: 'cannot-run' as const, losses: [] },
    ];
    expect(lines({ profiles }).profiles).toBe(
      'plain with foreign keys off: loses from 1 table; plain with foreign keys on: the files do not run there',
    );
    expect(lines({}).profiles).toBe('nothing had to be guessed');
  });

  it('tell a backup that came back from one that did not', () => {
    expect(lines({ rollback: { backup } }).rollback).toMatch(/^backup restored in .*, byte for byte$/);
    expect(lines({ rollback: { backup: { ...backup, identical: false } } }).rollback).toContain('NOT equal');
    const down = { outcome: 'done' as const, differences: { tables: [], objects: [] } };
    expect(lines({ rollback: { backup, down } }).rollback).toMatch(
      /^the down migrations bring everything back; /,
    );
  });

  it('count the stops by what came of them, and say how many were possible', () => {
    const point = { file: 'm/1.sql', line: 1, title: 'x' };
    const points = [
      { ...point, outcome: 'safe' as const },
      { ...point, outcome: 'unsafe' as const },
    ];
    expect(lines({ crash: { boundaries: 40, points } }).crash).toBe(
      '2 of 40 commit boundaries tried: 1 end as an undisturbed run, 1 lose or change data',
    );
    expect(lines({ crash: { boundaries: 0, points: [] } }).crash).toBe(
      'no stop is possible between two commits',
    );
  });

  it('give the reason for what was left out', () => {
    const skipped = [{ rehearsal: 'rerun' as const, reason: 'left out by `rehearse`', missed: false }];
    expect(lines({ skipped }).rerun).toBe('not rehearsed: left out by `rehearse`');
  });
});
