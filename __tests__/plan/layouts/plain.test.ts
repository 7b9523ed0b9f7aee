import { expect, it } from '@jest/globals';
import { plain } from '../../../src/plan/layouts/plain.ts';

it('orders by the whole path, numbers by value, and tracks nothing', () => {
  const files = ['b/1.sql', 'a/10_x.sql', 'a/9_y.SQL', 'a/09_z.sql'].map((file) => ({ file, sql: '' }));
  const { applied, pending } = plain.read(files);
  expect(applied).toBe(0);
  expect(pending.map(({ file }) => file)).toEqual(['a/9_y.SQL', 'a/09_z.sql', 'a/10_x.sql', 'b/1.sql']);
  expect(pending.map(({ id }) => id)).toEqual(['9_y', '09_z', '10_x', '1']);
});
