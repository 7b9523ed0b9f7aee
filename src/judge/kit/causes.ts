import type { ContentCause, ObjectChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { Location } from '../../facts/finding.ts';
import type { StepFacts } from '../../facts/rehearsal.ts';
import { placeOf } from './view.ts';

/** What a replay found of who did it, and the names of statements where it found nothing. */

/** The statements with which rows or values of a table began to differ, in order. */
export function contentSteps(
  { changes, rehearsal }: DatabaseFacts,
  table: string,
  isMeant: (cause: ContentCause) => boolean,
): StepFacts[] {
  const causes = (changes?.causes ?? []).filter(
    (cause): cause is ContentCause => 'what' in cause && cause.table === table && isMeant(cause),
  );
  const steps = new Set(causes.map(({ step }) => step).toSorted((left, right) => left - right));
  return [...steps].flatMap((step) => rehearsal.steps[step] ?? []);
}

/** Where rows or values began to differ first; where no replay found it, what `named` tells. */
export function placeOfContent(
  facts: DatabaseFacts,
  table: string,
  isMeant: (cause: ContentCause) => boolean,
  named: readonly StepFacts[],
): { location?: Location } {
  const [first] = contentSteps(facts, table, isMeant);
  return placeOf(facts, first === undefined ? named : [first]);
}

/** Where an object went or became another one; where no replay found it, what `named` tells. */
export function placeOfObject(
  facts: DatabaseFacts,
  object: ObjectChange,
  named: readonly StepFacts[],
): { location?: Location } {
  const cause = facts.changes?.causes?.find(
    (candidate) => 'kind' in candidate && identity(candidate) === identity(object),
  );
  const step = cause && facts.rehearsal.steps[cause.step];
  return placeOf(facts, step === undefined ? named : [step]);
}

function identity({ kind, name, table, columns, detail }: Omit<ObjectChange, 'change'>): string {
  return JSON.stringify([kind, name, table, columns, detail]);
}
