import type { DatabaseFacts } from '../../../facts/database.ts';
import type { NoEffect, StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { sameName } from '../../../sql/quote.ts';
import type { RawFinding } from '../../rule.ts';
import { isBookkeeping, placeOf } from '../view.ts';

/** Statements that SQLite passed over: IF NOT EXISTS over something else of that name, IF EXISTS over nothing. */
export function passedOver(facts: DatabaseFacts): RawFinding[] {
  return (facts.rehearsal.noEffects ?? []).flatMap((one) => {
    const statement = facts.rehearsal.statements[one.statement];
    if (statement === undefined || isBookkeeping(facts, one.object.name)) return [];
    return findings[one.kind](facts, one, statement).map((finding) => ({
      ...subjectOf(one),
      ...finding,
      ...placeOf(facts, [statement]),
    }));
  });
}

/** What is said of each kind. */
const findings: Readonly<
  Record<NoEffect['kind'], (facts: DatabaseFacts, one: NoEffect, statement: StatementFacts) => RawFinding[]>
> = {
  exists: (_, { object, lacks = [] }) => [
    {
      message: `CREATE ${object.kind.toUpperCase()} IF NOT EXISTS ${object.name} did nothing: there is one of that name already, and it lacks ${lacks.join('; ')}.`,
      remedy:
        'Change what is there instead: ALTER TABLE or a rebuild for a table; DROP … IF EXISTS and CREATE for an index, trigger or view.',
    },
  ],
  absent: (facts, one) =>
    isMadeAgain(facts, one)
      ? []
      : [
          {
            severity: 'notice',
            message: `DROP ${one.object.kind.toUpperCase()} IF EXISTS ${one.object.name} met nothing of that name.`,
            remedy: 'Check the name.',
          },
        ],
};

function subjectOf({ object: { kind, name } }: NoEffect): Pick<RawFinding, 'table' | 'object'> {
  return kind === 'table' ? { table: name } : { object: name };
}

/** DROP … IF EXISTS before a CREATE is there to be able to run again. */
function isMadeAgain({ rehearsal }: DatabaseFacts, { object, statement }: NoEffect): boolean {
  return rehearsal.statements
    .slice(statement + 1)
    .some(({ names }) =>
      names.some(
        (named) =>
          (named.verb === 'create' && named.kind === object.kind && sameName(named.name, object.name)) ||
          (named.verb === 'rename-table' && object.kind === 'table' && sameName(named.to, object.name)),
      ),
    );
}
