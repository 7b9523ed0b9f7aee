import { describe, expect, it } from '@jest/globals';
import { databaseFacts, databaseRecord, health, preflightRecord } from '../../../../support/record.ts';
import { recordOf, sectionOf } from '../../../../support/sections.ts';

const TITLE = 'Rows missing required values';
const column = (table: string, nulls: number) => ({ table, column: 'root_id', nulls });

describe('rows missing required values', () => {
  it('show what became of each', () => {
    const record = recordOf({
      before: health({ required: [column('goals', 20), column('activity_instances', 7), column('gone', 1)] }),
      after: health({ required: [column('goals', 0), column('activity_instances', 7), column('made', 0)] }),
    });
    expect(sectionOf(record, `${TITLE}: 28 → 7`)?.split('\n').slice(2)).toEqual([
      '| `goals.root_id` | 20 | 20 | 0 | ✅ none left |',
      '| `activity_instances.root_id` | 7 | 0 | 7 | ❌ still NULL |',
      '| `made.root_id` | – | – | 0 | ✅ new column, no NULL |',
      '| `gone.root_id` | 1 | – | – | ❌ not measured after |',
    ]);
  });

  it('are only counted where nothing was migrated', () => {
    const { plan: _, after: __, changes: ___, ...facts } = databaseFacts();
    const record = preflightRecord({ databases: [databaseRecord({ facts })] });
    expect(sectionOf(record, `${TITLE}: 20`)).toBe(
      '| column | NULL |\n| --- | ---: |\n| `goals.root_id` | 20 |',
    );
  });

  it('have no section where no column is required', () => {
    expect(
      sectionOf(recordOf({ before: health({ required: [] }), after: health({ required: [] }) }), TITLE),
    ).toBeUndefined();
  });
});
