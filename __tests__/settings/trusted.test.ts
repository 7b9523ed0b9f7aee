import { expect, it } from '@jest/globals';
import { scratchFolder } from '../support/scratch.ts';
import { readerIn } from './workspace.ts';

const { read, readConfig } = readerIn(scratchFolder());
const at = (line: number) => ({ file: 'preflight.yml', line });

it('checks and expectations become lists, in the order of the file', async () => {
  const config = `
checks: { required: { goals: [root_id, "odd name"], constructor: [toString] } }
expect:
  tables: [a]
  columns: { goals: [root_id] }
  indexes: { idx_a: true, "idx_%": ">= 26", exact: 3, none: 0, switched: on }
  rows: { goals: unchanged, logs: "<5", more: "> 5", few: "<= 5", same: "= 5" }
`;
  const { settings, mistakes } = await readConfig(config);
  expect(mistakes).toEqual([]);
  expect(settings.checks.required).toEqual([
    { table: 'goals', column: 'root_id', source: at(2) },
    { table: 'goals', column: 'odd name', source: at(2) },
    { table: 'constructor', column: 'toString', source: at(2) },
  ]);
  expect(settings.expect).toEqual({
    tables: ['a'],
    columns: [{ table: 'goals', column: 'root_id', source: at(5) }],
    indexes: [
      { pattern: 'idx_a', count: { operator: '>=', value: 1 } },
      { pattern: 'idx_%', count: { operator: '>=', value: 26 } },
      { pattern: 'exact', count: { operator: '=', value: 3 } },
      { pattern: 'none', count: { operator: '=', value: 0 } },
      { pattern: 'switched', count: { operator: '>=', value: 1 } },
    ],
    rows: [
      { table: 'goals', count: 'unchanged', source: at(7) },
      { table: 'logs', count: { operator: '<', value: 5 }, source: at(7) },
      { table: 'more', count: { operator: '>', value: 5 }, source: at(7) },
      { table: 'few', count: { operator: '<=', value: 5 }, source: at(7) },
      { table: 'same', count: { operator: '=', value: 5 }, source: at(7) },
    ],
  });
});

it('allowances say where they were declared', async () => {
  const config = `allow:
  - { rule: rows-lost, table: sessions, migration: 0013, reason: purged, max: 500, expires: 2027-01-31 }
  - rule: values-cleared
    reason: meant
    column: root_id
`;
  const { settings, mistakes } = await readConfig(config);
  expect(mistakes).toEqual([]);
  expect(settings.allow).toEqual([
    {
      rule: 'rows-lost',
      table: 'sessions',
      migration: '0013',
      reason: 'purged',
      max: 500,
      expires: '2027-01-31',
      source: { file: 'preflight.yml', line: 2 },
    },
    {
      rule: 'values-cleared',
      column: 'root_id',
      reason: 'meant',
      source: { file: 'preflight.yml', line: 3 },
    },
  ]);
});

it('a time-out is at least one whole millisecond', async () => {
  const timeout = async (minutes: string) =>
    (await read({ database: 'app.db', 'timeout-minutes': minutes })).settings.timeoutMs;
  expect(await timeout('0.5')).toBe(30_000);
  expect(await timeout('0.0000001')).toBe(1);
  expect(await timeout('0.33333')).toBe(20_000);
});
