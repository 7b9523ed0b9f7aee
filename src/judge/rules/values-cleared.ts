import type { Rule } from '../rule.ts';
import { valueSightings } from '../values.ts';

export const rule: Rule = {
  id: 'values-cleared',
  severity: 'error',
  kind: 'problem',
  title: 'Values became NULL',
  why: 'Data that was there before the migration is gone, while every row count stays the same.',
  remedy: 'Keep the values; if this loss is meant, allow it with a reason, in the config or the migration.',
  check: (facts) => valueSightings(facts, 'cleared', (values) => `${values} became NULL`),
};
