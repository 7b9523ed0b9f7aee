import type { DatabaseFacts } from '../../facts/database.ts';
import type { BrokenObject, HealthFacts } from '../../facts/health.ts';
import { foldName, sameName } from '../../sql/quote.ts';
import { textInDoubleQuotes } from '../../sql/quoted-text.ts';
import type { RawFinding } from '../rule.ts';
import { triggerMeanings, viewMeanings } from './meaning/meanings.ts';
import { judgedSides, namedStatement, placeOf } from './view.ts';
import { list } from './words.ts';

type Kind = BrokenObject['kind'];

/** One finding for each view or trigger that does not compile, or did not before and does now. */
export function brokenSightings(facts: DatabaseFacts, kind: Kind): RawFinding[] {
  const { now, earlier } = judgedSides(facts);
  if (now === undefined) return [];
  const findings = causes(now, kind).map((object) => {
    const { name, message } = object;
    const known = findBroken(earlier, object) !== undefined;
    const former = known || earlier === undefined ? undefined : definitionOf(earlier, object);
    const isMeant = facts.plan?.profile.doubleQuotedText === true && former !== definitionOf(now, object);
    const worked = former !== undefined && !isMeant;
    const through = now.broken.filter((other) => other.through === name).map((other) => other.name);
    const others = through.length === 0 ? '' : ` So do not, because they use it: ${list(through)}.`;
    const statement = namedStatement(facts, 'create', kind, name);
    return {
      ...severityOf(known, worked, message),
      message: `${name}${subject(object)} does not compile${known ? ', as before' : ''}: ${message}.${others}`,
      object: name,
      ...(object.table !== undefined && { table: object.table }),
      ...placeOf(facts, statement === undefined ? [] : [statement]),
    };
  });
  const reread = new Set(
    [
      ...viewMeanings(facts).map(({ view }) => view),
      ...triggerMeanings(facts).map(({ trigger }) => trigger),
    ].map(foldName),
  );
  // What was a text in double quotes until a column took its place is not repaired.
  const mended = repaired(now, earlier, kind).filter(({ object = '' }) => !reread.has(foldName(object)));
  return [...findings, ...mended];
}

/**
 * Text in double quotes compiles with many drivers. It is known to be broken now only where it compiled here too; what
 * was written anew since then says nothing of that where production takes such text.
 */
function severityOf(known: boolean, worked: boolean, message: string): Pick<RawFinding, 'severity'> {
  if (known) return { severity: 'notice' };
  return textInDoubleQuotes(message) !== undefined && !worked ? { severity: 'warning' } : {};
}

function repaired(now: HealthFacts, earlier: HealthFacts | undefined, kind: Kind): RawFinding[] {
  const fixed =
    earlier === undefined
      ? []
      : causes(earlier, kind).filter(
          (object) =>
            exists(now, object) &&
            findBroken(now, object) === undefined &&
            !now.unchecked.some(
              ({ check, table = '' }) => check === 'schema' && sameName(table, object.table ?? object.name),
            ),
        );
  return fixed.map((object) => ({
    severity: 'notice',
    message: `${object.name}${subject(object)} did not compile before: repaired here.`,
    object: object.name,
    ...(object.table !== undefined && { table: object.table }),
  }));
}

function causes({ broken }: HealthFacts, kind: Kind): BrokenObject[] {
  return broken.filter((object) => object.kind === kind && object.through === undefined);
}

function findBroken(side: HealthFacts | undefined, { kind, name }: BrokenObject): BrokenObject | undefined {
  return side?.broken.find((other) => other.kind === kind && sameName(other.name, name));
}

function exists(side: HealthFacts, object: BrokenObject): boolean {
  return definitionOf(side, object) !== undefined;
}

function definitionOf({ schema }: HealthFacts, { kind, name }: BrokenObject): string | undefined {
  const objects = kind === 'view' ? schema.views : schema.triggers;
  return objects.find((other) => sameName(other.name, name))?.definition;
}

function subject({ table }: BrokenObject): string {
  return table === undefined ? '' : ` on ${table}`;
}
