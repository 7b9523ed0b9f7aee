import { describe, expect, it } from '@jest/globals';
import type { TableChange } from '../../../../../src/facts/changes.ts';
import type { PreflightRecord } from '../../../../../src/facts/record.ts';
import { renderMarkdown } from '../../../../../src/report/formats/markdown/markdown.ts';
import {
  blockedRecord,
  databaseFacts,
  databaseRecord,
  failedRecord,
  health,
  preflightRecord,
  rehearsal,
} from '../../../../support/record.ts';
import { recordOf } from '../../../../support/sections.ts';

/** The recommendation, and the list below the table of results. */
function decided(record: PreflightRecord): string[] {
  const lines = renderMarkdown(record).split('\n');
  const end = lines.findIndex((line, at) => at > 2 && line === '' && lines[at - 1]?.startsWith('- '));
  return lines.slice(2, end).filter((line) => !line.startsWith('|') && line !== '');
}

describe('the decision', () => {
  it('gives the recommendation, the database, the rehearsal, its result and the risk', () => {
    expect(decided(preflightRecord())).toEqual([
      '**Proceed with the migration.**',
      '- **Database:** `snapshots/goals.db`, 45.1 kB, 2 tables, 1,124 rows',
      '- **Rehearsal:** 2 migrations, 3 statements, profile `plain`, foreign keys off: ran to its end in 4.1 ms',
      '- **Data:** no row added or removed; 20 values filled, none changed, nulled or retyped; orphans 0 → 0',
      '- **Schema:** 1 column added, 1 foreign key added, 1 index added',
      '- **Success criteria:** 2 of 2 met',
      '- **Risk:** low',
    ]);
  });

  it('gives the size of the database, not that of a file that is packed or lacks its WAL', () => {
    const { snapshot } = databaseFacts();
    const record = recordOf({ ...(snapshot && { snapshot: { ...snapshot, bytes: 4096 } }) });
    expect(decided(record)[1]).toBe('- **Database:** `snapshots/goals.db`, 45.1 kB, 2 tables, 1,124 rows');
  });

  it('names the config file that was read', () => {
    expect(decided(preflightRecord({ configFile: '.github/preflight.yml' }))[3]).toBe(
      '- **Config file:** `.github/preflight.yml`',
    );
  });

  it('shows what is declared, what is new first', () => {
    const source = { file: 'preflight.yml', line: 2 };
    const items = [
      { kind: 'setting' as const, text: 'profile: plain', source },
      {
        kind: 'allowance' as const,
        text: 'allow rows-lost `t`',
        source: { file: 'm/1.sql', line: 3 },
        isNew: true as const,
      },
      {
        kind: 'withdrawn' as const,
        text: 'checks.queries: q',
        source: { file: 'preflight.yml' },
        isNew: true as const,
      },
    ];
    const declared = { items, change: { kind: 'pull request' as const } };
    const line =
      '- **Declared:** `` allow rows-lost `t` `` (`m/1.sql:3`) *new in this pull request*; `checks.queries: q` (`preflight.yml`) *no longer, since this pull request*; `profile: plain` (`preflight.yml:2`)';
    expect(decided(preflightRecord({ declared }))[3]).toBe(line);
    const two = preflightRecord({ declared, databases: [databaseRecord(), databaseRecord()] });
    expect(renderMarkdown(two)).toContain(line.slice(2));
  });

  it('says where nobody knows what is new in it, and shows no more than one reads', () => {
    const item = (at: number) => ({
      kind: 'allowance' as const,
      text: `allow ${at}`,
      source: { file: 'm/1.sql' },
    });
    const items = Array.from({ length: 1000 }, (_, at) => item(at));
    const change = { kind: 'push' as const, isUnknown: true as const };
    const line = decided(preflightRecord({ declared: { items, change } }))[3] ?? '';
    expect(line).toMatch(
      /; `allow 9` \(`m\/1\.sql`\); and 990 more; what of it is new in this push is not known: /,
    );
    expect(line).toContain('fetch-depth');
    const long = { ...item(1), text: 'x'.repeat(100_000) };
    expect(renderMarkdown(preflightRecord({ declared: { items: [long] } })).length).toBeLessThan(20_000);
  });

  it('says where a failed rehearsal stopped and what it leaves behind, and no result', () => {
    expect(decided(blockedRecord())).toEqual([
      '**Do not migrate.**',
      '- **Database:** `snapshots/goals.db`, 45.1 kB, 2 tables, 1,124 rows',
      '- **Rehearsal:** 2 migrations, 3 statements, profile `plain`, foreign keys off: failed in 4.1 ms at `migrations/0001_root_id.sql:5`; 1 statement stays applied',
      '- **Success criteria:** 0 of 1 met',
      '- **Risk:** high',
    ]);
  });

  it('has only the path of a snapshot that cannot be used', () => {
    expect(decided(failedRecord('snapshot'))).toEqual([
      '**Nothing was proven.**',
      '- **Database:** `snapshots/goals.db`',
    ]);
    expect(decided(failedRecord('settings')).at(-1)).toBe('- **Database:** none given');
  });

  it('tells the health where there is no migration', () => {
    const { plan: _, after: __, changes: ___, ...facts } = databaseFacts();
    const record = preflightRecord({ databases: [databaseRecord({ facts })] });
    expect(decided(record)).toContain('- **Health:** integrity ok, orphans 0');
  });

  it.each([
    [{ added: 1, removed: 0 }, {}, '1 row added, none removed; no value filled, changed, nulled or retyped'],
    [
      { added: 2, removed: 1200 },
      { filled: 1, changed: 3, nulled: 1, retyped: 1 },
      '2 rows added, 1,200 removed; 1 value filled, 3 changed, 1 nulled, 1 retyped',
    ],
  ])('says of %j and %j: %s', (rows, values, words) => {
    const column = { column: 'c', filled: 0, changed: 0, nulled: 0, retyped: 0, ...values };
    const table: TableChange = {
      table: 't',
      before: 9,
      after: 9,
      changed: 1,
      proof: 'sql',
      columns: [column],
      ...rows,
    };
    const record = recordOf({ changes: { tables: [table], objects: [], renames: [], unchecked: [] } });
    expect(decided(record).find((line) => line.startsWith('- **Data:**'))).toBe(
      `- **Data:** ${words}; orphans 0 → 0`,
    );
  });

  it('does not count as compared what was not', () => {
    const unchecked = [{ check: 'orphans', table: 'goals', missing: 'no such function: f' }] as const;
    const changes = databaseFacts().changes;
    const record = recordOf({
      after: health({ unchecked: [...unchecked] }),
      ...(changes && {
        changes: { ...changes, unchecked: [{ check: 'content', missing: 'no such function: f' }] },
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
