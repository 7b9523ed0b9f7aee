import { expect, it } from '@jest/globals';
import { plain } from '../../../src/plan/layouts/plain.ts';

it('orders by the whole path, numbers by value, and tracks nothing', () => {
  const files = ['b/1.sql', 'a/10_x.sql', 'a/9_y.SQL', 'a/09_z.sql'].map((file) => ({ file, sql: '' }));
  const { applied, pending } = plain.read(files);
  expect(applied).toBe(0);
  expect(pending.map(({ file }) => file)).toEqual(['a/9_y.SQL', 'a/09_z.sql', 'a/10_x.sql', 'b/1.sql']);
  expect(pending.map(({ id }) => id)).toEqual(['9_y', '09_z', '10_x', '1']);
});

it('orders numbers by value wherever they stand in the name', () => {
  const names = ['V10.sql', 'V9.sql', 'V1_1.sql', '0002_b.sql', '2_a.sql', '10/1.sql', '9/2.sql', 'b.sql'];
  const { pending } = plain.read(names.map((file) => ({ file, sql: '' })));
  expect(pending.map(({ file }) => file)).toEqual([
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
