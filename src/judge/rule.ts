import type { DatabaseFacts } from '../facts/database.ts';
import type { Finding, FindingKind, FindingSubject, Severity } from '../facts/finding.ts';
import type { Settings } from '../facts/settings.ts';

/**
 * One opinion over the facts. A rule is pure: the same facts and settings give the same findings, and it never
 * looks at another rule's result. What it says names tables, columns and counts; values stand in `samples` alone.
 */
export interface Rule {
  /** Kebab-case; also the file's name, the test's name and the heading in docs/rules.md. */
  id: string;
  /** Severity unless a finding says otherwise. */
  severity: Severity;
  kind: FindingKind;
  about: FindingSubject;
  /** Whether a finding breaks the success criterion that nothing of *before* is lost: each one, errors alone, or none. */
  loss: 'always' | 'errors' | 'never';
  /** A reason can make its findings acceptable. */
  allowable: boolean;
  /** What is wrong, in a few words. */
  title: string;
  /** Why it matters. */
  why: string;
  /** What to do, unless a finding knows better. */
  remedy: string;
  check(facts: DatabaseFacts, settings: Settings): RawFinding[];
}

/** What a rule returns: a finding without what the rule's own metadata fills in. */
export type RawFinding = Pick<Finding, 'message'> &
  Partial<
    Pick<
      Finding,
      'severity' | 'remedy' | 'query' | 'table' | 'columns' | 'object' | 'count' | 'location' | 'samples'
    >
  >;
