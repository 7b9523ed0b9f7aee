import type { TriggerChange } from '../../../../facts/meaning/meaning-facts.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import type { Access } from '../../../sqlite/resolver.ts';
import { keyOf, keysAfter, textOf } from '../accesses.ts';
import { isNamed, mentions, type Sides } from '../sides.ts';
import {
  accessesOf,
  missingEvents,
  type ReadTrigger,
  type TriggerPair,
  type Triggers,
} from './read-triggers.ts';
import { canonicalOf } from './trigger-parts.ts';

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
  const table = sides.rename.table(before.table);
  const fires = [after, ...triggers.added].some(
    (one) => one.parts.event === event && sameName(one.table, table),
  );
  if (!fires)
    return { kind: 'other-event', from: eventOf(event, table), to: eventOf(after.parts.event, after.table) };
  if (isTooEarly(pair)) return { kind: 'too-early' };
  const used = new Set(
    current.filter(({ table }) => sameName(table, after.table)).map(({ column = '' }) => foldName(column)),
  );
  const { primaryKey = [] } = sides.after.schema.tables.find(isNamed(after.table)) ?? {};
  // Keys are used to find the row, and stay.
  const missing = missingEvents(sides, pair).filter(
    (column) => used.has(foldName(column)) && !primaryKey.some((key) => sameName(key, column)),
  );
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
  const writes = now.filter(({ verb }) => verb !== 'read');
  const keys = new Set(writes.map(keyOf));
  return then.find((access) => {
    if (access.verb === 'read' || keysAfter(access, sides.rename).some((key) => keys.has(key))) return false;
    const { table, column } = access;
    const pair = sides.pairBefore(table);
    if (pair === undefined) return false;
    // What was done by one verb can be done by another: an upsert, a soft delete.
    const others = writes.filter((one) => sameName(one.table, pair.after.name));
    if (others.some((one) => column === undefined || one.verb !== 'update')) return false;
    const stays = column === undefined || pair.columns.some((one) => sameName(one.before.name, column));
    return stays && !writes.some((one) => isNew(sides, one));
  });
}

/** It writes where nothing could be written before. */
function isNew({ before, pairAfter }: Sides, { table, column }: Access): boolean {
  if (before.schema.views.some(isNamed(table))) return false;
  const pair = pairAfter(table);
  if (pair === undefined) return true;
  return column !== undefined && !pair.columns.some((one) => sameName(one.after.name, column));
}

/** Whether it can stop the statement that fires it. */
export function refuses({ parts }: ReadTrigger): boolean {
  return /\braise\s*\(\s*(?:abort|fail|rollback)\b/i.test(parts.action);
}

function eventOf(event: string, table: string): string {
  return `${event.toUpperCase()} of ${table}`;
}

/** Ran after the row was written and runs before it now, though it reads the table, or the id that a new row gets. */
function isTooEarly({ before, after }: TriggerPair): boolean {
  const { parts } = after;
  if (before.parts.timing !== 'after' || parts.timing !== 'before' || parts.event === 'delete') return false;
  return mentions(parts.statements.map(canonicalOf).join(' ; '), new Set([foldName(after.table)]));
}
