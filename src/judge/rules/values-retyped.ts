import { valueFindings } from '../kit/value-findings.ts';
import { conversions } from '../kit/values/meant-conversions.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'values-retyped',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'always',
  allowable: true,
  title: 'Values changed their storage class',
  why: "Another column type can turn '00501' into 501 or a large integer into a rounded real; comparisons and ordering change too.",
  remedy:
    'Keep the declared type, or convert on purpose and allow it with a reason, in the config or the migration.',
  check(facts) {
    const isMeant = conversions(facts);
    const says = (values: string) => `${values} changed the storage class`;
    return valueFindings(facts, 'retyped', says, (table, column) => !isMeant(table, column));
  },
};
