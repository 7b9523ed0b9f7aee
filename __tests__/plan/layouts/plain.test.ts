import { expect, it } from '@jest/globals';
import type { HistoryTable } from '../../../src/facts/history.ts';
import type { LayoutOptions } from '../../../src/facts/settings.ts';
import { plain } from '../../../src/plan/layouts/plain.ts';

function read(paths: readonly string[], options: LayoutOptions = { name: 'plain' }, table?: HistoryTable) {
  const files = paths.map((path) => ({ file: `m/${path}`, path, sql: '' }));
  const folder = { name: 'm', files, companions: [], ignored: [] };
  return plain.read(folder, { userVersion: 0, options, ...(table && { table }) });
}

it('orders by the whole path, numbers by value, and tracks nothing', () => {
  const { applied, pending, bookkeeping } = read(['b/1.sql', 'a/10_x.sql', 'a/9_y.SQL', 'a/09_z.sql']);
  expect([applied, bookkeeping]).toEqual([0, { tables: [], userVersion: false }]);
  expect(pending.map(({ file }) => file)).toEqual([
    'm/a/9_y.SQL',
    'm/a/09_z.sql',
    'm/a/10_x.sql',
    'm/b/1.sql',
  ]);
  expect(pending.map(({ id }) => id)).toEqual(['9_y', '09_z', '10_x', '1']);
});

it('orders names that are the same number as texts, however they were listed', () => {
  for (const names of [
    ['1.sql', '01.sql'],
    ['01.sql', '1.sql'],
  ])
    expect(read(names).pending.map(({ id }) => id)).toEqual(['01', '1']);
});

it('orders numbers by value wherever they stand in the name', () => {
  const names = ['V10.sql', 'V9.sql', 'V1_1.sql', '0002_b.sql', '2_a.sql', '10/1.sql', '9/2.sql', 'b.sql'];
  const { pending } = read(names);
  expect(pending.map(({ file }) => file.slice(2))).toEqual([
    '2_a.sql',
    '0002_b.sql',
    '9/2.sql',
    '10/1.sql',
    'b.sql',
    'V1_1.sql',
    'V9.sql',
    'V10.sql',
  ]);
});

it('orders byte by byte where the user says so', () => {
  const { pending } = read(['2.sql', '10.sql', 'a.sql', 'B.sql'], { name: 'plain', order: 'name' });
  expect(pending.map(({ id }) => id)).toEqual(['10', '2', 'B', 'a']);
});

it('passes over ways back, and says so', () => {
  const { pending, ignored, applied } = read(['1.sql', '1.down.sql', 'alone.down.sql']);
  expect(pending.map(({ id }) => id)).toEqual(['1']);
  expect([ignored, applied]).toEqual([['m/1.down.sql', 'm/alone.down.sql'], 0]);
});

it('runs the way up of a file that holds both, at its own lines, and knows the way back', () => {
  const sql = '-- Up\nSELECT 1;\n-- Down\nSELECT 2;\n';
  const folder = { name: 'm', files: [{ file: 'm/1.sql', path: '1.sql', sql }], companions: [], ignored: [] };
  const { pending } = plain.read(folder, { userVersion: 0, options: { name: 'plain' } });
  expect(pending[0]?.steps).toMatchObject([{ sql: 'SELECT 1;', line: 2 }]);
  expect(pending[0]?.down?.steps).toMatchObject([{ sql: 'SELECT 2;', line: 4 }]);
});

it('calls a file in a folder of its own as the folder, and knows it by that name', () => {
  const table = { table: 'done', rows: [{ what: '1_a' }, { what: 'migration' }] };
  const options = { name: 'plain', table: 'done', column: 'what' };
  const { applied, pending } = read(['1_a/migration.sql', '2_b/migration.sql', '3_c/up.sql'], options, table);
  expect([applied, pending.map(({ id }) => id)]).toEqual([1, ['2_b', '3_c']]);
});

it('has nothing applied where the table of the user has no such column', () => {
  const table = { table: 'done', rows: [{ what: '1.sql' }] };
  for (const column of ['other', undefined]) {
    const wish = { name: 'plain', table: 'done', ...(column && { column }) } as const;
    expect(read(['1.sql'], wish, table)).toMatchObject({ applied: 0, pending: [{ id: '1' }] });
  }
});

it.each([
  ['the path', 'a/1_x.sql'],
  ['the name', '1_x.sql'],
  ['the name without .sql', '1_x'],
  ['the number', 1],
  ['the number as it is written', '1'],
])('passes over what a table of the user says is applied, by %s', (_, value) => {
  const table = { table: 'done', rows: [{ id: 1, what: value }] };
  const options = { name: 'plain', table: 'done', column: 'What' } as const;
  const { applied, pending } = read(['a/1_x.sql', 'a/2_y.sql'], options, table);
  expect([applied, pending.map(({ id }) => id)]).toEqual([1, ['2_y']]);
});
