import type { TriggerChange } from '../../../../facts/meaning.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import type { Access } from '../../../sqlite/resolver.ts';
import { keyOf, keysAfter, textOf } from '../accesses.ts';
import { isNamed, type Sides } from '../sides.ts';
import {
  accessesOf,
  missingEvents,
  type ReadTrigger,
  type TriggerPair,
  type Triggers,
} from './read-triggers.ts';

/**
 * What a trigger that was made again in other words does no more. That it does something in another way is what its
 * author meant.
 */
export function rewrittenChange(
  sides: Sides,
  pair: TriggerPair,
  triggers: Triggers,
): TriggerChange | undefined {
  const { before, after } = pair;
  const helpers = companions(triggers, after);
  const now = [after, ...helpers].map((trigger) => accessesOf(sides.after, trigger));
  const then = accessesOf(sides.before, before);
  // What does not compile is told of elsewhere.
  if (then === undefined || now.some((one) => one === undefined)) return undefined;
  const current = now.flatMap((one) => one ?? []);
  const { event } = before.parts;
  if (![after, ...helpers].some(({ parts }) => parts.event === event))
    return { kind: 'other-event', from: event, to: after.parts.event };
  const used = new Set(
    current.filter(({ table }) => sameName(table, after.table)).map(({ column = '' }) => foldName(column)),
  );
  const missing = missingEvents(sides, pair).filter((column) => used.has(foldName(column)));
  const covered = helpers.some(({ parts }) => parts.event === event);
  if (missing.length > 0 && !covered) return { kind: 'fires-less', columns: missing };
  const lost = lostWrite(sides, then, current);
  if (lost !== undefined) return { kind: 'does-less', what: textOf(lost) };
  if (refuses(before) && ![after, ...helpers].some(refuses)) return { kind: 'does-less', what: 'RAISE' };
  return undefined;
}

/** Other triggers of the same table that the migration made. */
function companions({ added, kept }: Triggers, { name, table }: ReadTrigger): ReadTrigger[] {
  const rewritten = kept.flatMap(({ before, after }) =>
    before.definition === after.definition ? [] : after,
  );
  return [...added, ...rewritten].filter((other) => sameName(other.table, table) && other.name !== name);
}

/**
 * Something that was written and is not any more, though it is still there. A table or column that is new may have taken
 * its place.
 */
export function lostWrite(sides: Sides, then: readonly Access[], now: readonly Access[]): Access | undefined {
  const keys = new Set(now.map(keyOf));
  const writes = now.filter(({ verb }) => verb !== 'read');
  return then.find((access) => {
    if (access.verb === 'read' || keysAfter(access, sides.rename).some((key) => keys.has(key))) return false;
    const { table, column } = access;
    const pair = sides.pairs.find((one) => sameName(one.before.name, table));
    if (pair === undefined) return false;
    const stays = column === undefined || pair.columns.some((one) => sameName(one.before.name, column));
    return stays && !writes.some((one) => isNew(sides, one));
  });
}

/** It writes where nothing could be written before. */
function isNew({ before, pairs }: Sides, { table, column }: Access): boolean {
  if (before.schema.views.some(isNamed(table))) return false;
  const pair = pairs.find((one) => sameName(one.after.name, table));
  if (pair === undefined) return true;
  return column !== undefined && !pair.columns.some((one) => sameName(one.after.name, column));
}

/** Whether it can stop the statement that fires it. */
export function refuses({ parts }: ReadTrigger): boolean {
  return /\braise\s*\(\s*(?:abort|fail|rollback)\b/i.test(parts.action);
}
