import type { Cause, ContentCause, ObjectChange } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Location } from '../../../facts/finding.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { byName, once } from '../../../sql/by-name.ts';
import { placeOf } from '../view.ts';

/** What a replay found of who did it, and the names of statements where it found nothing. */

/** The statements with which rows or values of a table began to differ, in order. */
export function contentStatements(
  { changes, rehearsal }: DatabaseFacts,
  table: string,
  isMeant: (cause: ContentCause) => boolean,
): StatementFacts[] {
  const causes = causesIn(changes?.causes, table).filter(
    (cause): cause is ContentCause => 'what' in cause && cause.table === table && isMeant(cause),
  );
  const statements = new Set(
    causes.map(({ statement }) => statement).toSorted((left, right) => left - right),
  );
  return [...statements].flatMap((statement) => rehearsal.statements[statement] ?? []);
}

/** Where rows or values began to differ first; where no replay found it, what `named` tells. */
export function placeOfContent(
  facts: DatabaseFacts,
  table: string,
  isMeant: (cause: ContentCause) => boolean,
  named: readonly StatementFacts[],
): { location?: Location } {
  const [first] = contentStatements(facts, table, isMeant);
  return placeOf(facts, first === undefined ? named : [first]);
}

/** Where an object went or became another one; where no replay found it, what `named` tells. */
export function placeOfObject(
  facts: DatabaseFacts,
  object: ObjectChange,
  named: readonly StatementFacts[],
): { location?: Location } {
  const { causes } = facts.changes ?? {};
  const cause = causes && causesOfObjects(causes).get(identity(object));
  const statement = cause && facts.rehearsal.statements[cause.statement];
  return placeOf(facts, statement === undefined ? named : [statement]);
}

const causesIn = byName(({ table = '' }: Cause) => table);

const causesOfObjects = once(
  (causes: readonly Cause[]) =>
    new Map(
      causes.flatMap((cause) => ('kind' in cause ? [[identity(cause), cause] as const] : [])).toReversed(),
    ),
);

function identity({ kind, name, table, columns, detail }: Omit<ObjectChange, 'change'>): string {
  return JSON.stringify([kind, name, table, columns, detail]);
}
