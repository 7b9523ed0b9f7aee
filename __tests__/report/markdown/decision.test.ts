import { describe, expect, it } from '@jest/globals';
import type { PreflightRecord } from '../../../src/facts/record.ts';
import { renderMarkdown } from '../../../src/report/markdown/index.ts';
import {
  blockedRecord,
  databaseFacts,
  databaseRecord,
  failedRecord,
  health,
  preflightRecord,
  rehearsal,
} from '../../support/record.ts';
import { recordOf } from './sections.ts';

function decided(record: PreflightRecord): string[] {
  const lines = renderMarkdown(record).split('\n');
  return lines.slice(2).slice(0, lines.slice(4).indexOf('') + 2);
}

describe('the decision', () => {
  it('gives the recommendation, the database, the rehearsal, its result and the risk', () => {
    expect(decided(preflightRecord())).toEqual([
      '**Proceed with the migration.**',
      '',
      '- **Database:** `snapshots/goals.db`, 45.1 kB, 2 tables, 1,124 rows',
      '- **Rehearsal:** 2 migrations, 3 statements, profile `plain`, foreign keys off: ran to its end in 4.1 ms',
      '- **Data:** rows 0 added, 0 removed; values 20 filled, 0 changed, 0 cleared, 0 retyped; orphans 0 → 0',
      '- **Schema:** 1 column added, 1 foreign key added, 1 index added',
      '- **Risk:** low',
    ]);
  });

  it('says where a failed rehearsal stopped and what it leaves behind, and no result', () => {
    expect(decided(blockedRecord())).toEqual([
      '**Do not migrate.**',
      '',
      '- **Database:** `snapshots/goals.db`, 45.1 kB, 2 tables, 1,124 rows',
      '- **Rehearsal:** 2 migrations, 3 statements, profile `plain`, foreign keys off: failed in 4.1 ms at `migrations/0001_root_id.sql:5`; 1 statement stays applied',
      '- **Risk:** high',
    ]);
  });

  it('has only the path of a snapshot that cannot be used', () => {
    expect(decided(failedRecord('snapshot'))).toEqual([
      '**Nothing was proven.**',
      '',
      '- **Database:** `snapshots/goals.db`',
    ]);
    expect(decided(failedRecord('settings')).at(-1)).toBe('- **Database:** none given');
  });

  it('tells the health where there is no migration', () => {
    const { plan: _, after: __, changes: ___, ...facts } = databaseFacts();
    const record = preflightRecord({ databases: [databaseRecord({ facts })] });
    expect(decided(record)).toContain('- **Health:** integrity ok, orphans 0');
  });

  it('does not count as compared what was not', () => {
    const degraded = [{ check: 'orphans', table: 'goals', missing: 'no such function: f' }] as const;
    const changes = databaseFacts().changes;
    const record = recordOf({
      after: health({ degraded: [...degraded] }),
      ...(changes && {
        changes: { ...changes, degraded: [{ check: 'content', missing: 'no such function: f' }] },
      }),
    });
    const data = decided(record).find((line) => line.startsWith('- **Data:**'));
    expect(data).toMatch(
      /\(not everything could be compared\); orphans 0 → 0 \(not every table could be checked\)$/,
    );
  });

  it.each([
    ['timeout', 'did not end in time in 4.1 ms; 3 statements stay applied'],
    ['crashed', 'was interrupted in 4.1 ms; 3 statements stay applied'],
    ['refused', 'refused in 4.1 ms'],
  ] as const)('names the outcome %s', (outcome, words) => {
    const lines = decided(recordOf({ rehearsal: rehearsal({ outcome }) }));
    expect(lines.find((line) => line.startsWith('- **Rehearsal:**'))).toMatch(new RegExp(`: ${words}$`));
    expect(lines.some((line) => line.startsWith('- **Data:**'))).toBe(false);
  });
});
