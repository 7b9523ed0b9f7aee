import { failures } from './failures.ts';
import { guarantees } from './guarantees.ts';
import { meaning } from './meaning.ts';
import { objects } from './objects.ts';
import { onTheWay } from './on-the-way.ts';
import { references } from './references.ts';
import { rows } from './rows.ts';
import { values } from './values.ts';

/** One way in which a migration does harm, by the names of its golden cases. A case stands in one class only. */
export interface DisasterClass {
  title: string;
  /** What may rightly say so. */
  rules: readonly string[];
  /** Must be blocked or warned about. */
  unsafe: readonly string[];
  /** Near twins that must be cleared. */
  safe: readonly string[];
}

export const classes: readonly DisasterClass[] = [
  ...references,
  ...rows,
  ...values,
  ...objects,
  ...guarantees,
  ...meaning,
  ...onTheWay,
  ...failures,
];
