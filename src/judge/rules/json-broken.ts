import { quoteName } from '../../sql/quote.ts';
import type { Rule } from '../rule.ts';
import { selectWhere } from '../selects.ts';
import { valueSightings } from '../values.ts';

export const rule: Rule = {
  id: 'json-broken',
  severity: 'error',
  kind: 'problem',
  title: 'JSON does not parse any more',
  why: 'These values were JSON objects or arrays before the migration; code that reads them as JSON fails on them.',
  remedy: 'Change JSON with json_set(), json_replace() and their likes, not as text.',
  check: (facts) =>
    valueSightings(facts, 'jsonBroken', (values) => `${values} no longer parse as JSON`).map((sighting) => ({
      ...sighting,
      query: selectUnparsable(sighting.table ?? '', sighting.columns ?? []),
    })),
};

function selectUnparsable(table: string, columns: readonly string[]): string {
  const conditions = columns.map((column) => {
    const value = `${quoteName(table)}.${quoteName(column)}`;
    return `(typeof(${value}) = 'text' AND NOT json_valid(${value}))`;
  });
  return selectWhere(table, conditions.join(' OR '));
}
