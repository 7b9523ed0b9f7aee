import type { Location } from './finding.ts';

/**
 * What the config, or a comment in SQL, says that makes the gate look away. Whoever opens a pull request can write it, so
 * that whoever reads the report has to see it.
 */
export interface Declarations {
  items: Declaration[];
  /** What the change is measured from; absent outside of one. */
  change?: Change;
}

export interface Change {
  kind: ChangeKind;
  /** The checkout does not hold the commit before the change: nobody knows what is new. */
  isUnknown?: true;
}

export type ChangeKind = 'pull request' | 'merge group' | 'push';

export interface Declaration {
  /** `withdrawn`: a check that the config made before the change, and no longer makes. */
  kind: 'allowance' | 'setting' | 'withdrawn';
  /** As it is written, in short, such as `orphans: introduced`. */
  text: string;
  source: Location;
  /** Of an allowance: the migration that it is for, where it names one. */
  migration?: string;
  /** It was not there before the change; absent where it was, or where nobody knows. */
  isNew?: true;
}
