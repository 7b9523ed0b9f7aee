import { valueFindings } from '../kit/value-findings.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'json-broken',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'JSON does not parse any more',
  why: 'These values were JSON objects or arrays before the migration; code that reads them as JSON fails on them.',
  remedy: 'Change JSON with json_set(), json_replace() and their likes, not as text.',
  check: (facts) => valueFindings(facts, 'jsonBroken', (values) => `${values} no longer parse as JSON`),
};
