import { describe, expect, it } from '@jest/globals';
import type { ObjectChange } from '../../../../../src/facts/changes.ts';
import { measured } from '../../../../support/preflight.ts';
import { changes, plan, rehearsal, statement } from '../../../../support/record.ts';
import { scratchFolder } from '../../../../support/scratch.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

const scratch = scratchFolder();

const TITLE = 'What was modified';

describe('what was modified', () => {
  it('is told phase by phase, then as compared', () => {
    expect(sectionOf(recordOf({}), TITLE)?.split('\n')).toEqual([
      '- `migrations/0001_root_id.sql`: 1 statement ran, 12.3 ms',
      '  - rows updated: `goals` 20',
      '- `migrations/0001_root_id.sql: columns`: 1 statement ran, 0.5 ms',
      '  - 1 column added: `activity_instances.root_id`',
      '  - 1 foreign key added: `activity_instances(root_id) REFERENCES goals(id)`',
      '- `migrations/0002_indexes.sql`: 1 statement ran, 0.3 ms',
      '  - 1 index added: `idx_goals_root_id`',
      '',
      '| table | rows before | after | added | removed | changed | values | proof |',
      '| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |',
      '| `goals` | 45 | 45 | 0 | 0 | 20 | `root_id` 20 filled | records |',
      '',
      '1 table with every row and value unchanged, in the columns of both sides (compared exactly: storage class and bytes).',
    ]);
  });

  it('names the phases that the comments of one file give, from the text of the migration on', () => {
    const sql = `CREATE TABLE a(x); -- phase: Indexes
      CREATE INDEX i ON a(x);
      /*
       * phase: Audit trail
       */
      ALTER TABLE a ADD COLUMN created_at;`;
    const facts = measured(scratch, 'CREATE TABLE t(a)', sql);
    const section = sectionOf(recordOf(facts), TITLE);
    const heads = section?.split('\n').filter((line) => line.startsWith('- '));
    expect(heads?.map((line) => line.replace(/: 1 statement.*/, ''))).toEqual([
      '- `m/0001.sql`',
      '- `m/0001.sql: Indexes`',
      '- `m/0001.sql: Audit trail`',
    ]);
  });

  it('names a file without a statement in its place', () => {
    const pending = [{ id: '0', file: 'migrations/0000_empty.sql', statements: 0 }, ...plan().pending];
    const section = sectionOf(recordOf({ plan: plan({ pending }) }), TITLE);
    expect(section).toMatch(
      /^- `migrations\/0000_empty\.sql`: no statement\n- `migrations\/0001_root_id\.sql`: 1 /,
    );
  });

  it('lists apart what no statement names, and says what a loss held', () => {
    const objects: ObjectChange[] = [
      { kind: 'table', name: 'old', change: 'removed', held: 4 },
      { kind: 'column', name: 'b', table: 't', change: 'renamed', from: 'a' },
      { kind: 'constraint', name: 'check', table: 't', change: 'removed', detail: 'CHECK (price > 0)' },
    ];
    const section = sectionOf(recordOf({ changes: { ...changes(), objects } }), TITLE);
    expect(section).toContain(
      [
        'Named by no statement:',
        '',
        '- 1 table removed: `old` (held 4 rows)',
        '- 1 column renamed: `a` → `t.b`',
        '- 1 constraint removed: `t CHECK (price > 0)`',
      ].join('\n'),
    );
  });

  it('gives what a rebuild changed to the phase of the rebuild', () => {
    const names = [{ verb: 'rename-table', name: 'goals_new', to: 'Goals' }] as const;
    const objects: ObjectChange[] = [
      {
        kind: 'constraint',
        name: 'not null',
        table: 'goals',
        columns: ['id'],
        change: 'added',
        detail: 'NOT NULL',
      },
    ];
    const statements = [statement({ phase: 'rebuild', names: [...names] }), statement()];
    const section = sectionOf(
      recordOf({ rehearsal: rehearsal({ statements }), changes: { ...changes(), objects } }),
      TITLE,
    );
    expect(section).toContain(
      '`migrations/0001_root_id.sql: rebuild`: 1 statement ran, 12.3 ms\n  - 1 constraint added: `goals(id) NOT NULL`',
    );
    expect(section).not.toContain('Named by no statement');
  });

  it('gives nothing to a statement that was rolled back', () => {
    const { statements } = rehearsal();
    const rolledBack = statements.map((one) => ({ ...one, rolledBack: true as const }));
    const section = sectionOf(
      recordOf({ rehearsal: rehearsal({ outcome: 'failed', statements: rolledBack }) }),
      'What stays modified after the failure',
    );
    expect(section).toContain('- `migrations/0002_indexes.sql`: 1 statement ran, 1 rolled back, 0.3 ms\n');
    expect(section).not.toContain('rows updated');
    expect(section).toContain('Named by no statement:\n\n- 1 column added');
  });

  it('counts no table as unchanged that could not be compared', () => {
    const unchecked = [
      { check: 'content' as const, table: 'activity_instances', missing: 'no such function: f' },
    ];
    const section = sectionOf(recordOf({ changes: { ...changes(), unchecked } }), TITLE);
    expect(section).toContain('0 tables with every row and value unchanged');
    expect(section).toContain('- ⚠️ content of `activity_instances` not compared: no such function: f');
  });

  it('names forty objects of a kind and counts the rest', () => {
    const objects = Array.from(
      { length: 42 },
      (_, at): ObjectChange => ({ kind: 'view', name: `v${at}`, change: 'added' }),
    );
    const section = sectionOf(recordOf({ changes: { ...changes(), objects } }), TITLE);
    expect(section).toMatch(/- 42 views added: `v0`, .*`v39` and 2 more\n/);
  });
});
