import { valueFindings } from '../kit/value-findings.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'json-stringified',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'JSON became a text inside of JSON',
  why: 'These values were JSON objects or arrays and are encoded twice now: they still parse, but what comes out is a text, in which no path finds anything.',
  remedy: 'Do not quote what is JSON already: leave out json_quote(), or take json() instead.',
  check: (facts) =>
    valueFindings(
      facts,
      'jsonStringified',
      (values) => `${values} that held JSON objects or arrays are JSON strings which hold them`,
    ),
};
