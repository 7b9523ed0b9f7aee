import type { TriggerMeaning } from '../../../../facts/meaning/meaning-facts.ts';
import { sameName } from '../../../../sql/quote.ts';
import { keyOf, keysAfter } from '../accesses.ts';
import type { Sides } from '../sides.ts';
import { accessesOf, type ReadTrigger, type Triggers } from './read-triggers.ts';
import { refuses } from './rewritten-triggers.ts';

/** Triggers that are gone and whose work others do that the migration made: under another name, in one or in several. */
export function findReplaced(sides: Sides, { removed, added, kept }: Triggers): TriggerMeaning[] {
  const rewritten = kept.flatMap(({ before, after }) =>
    before.definition === after.definition ? [] : after,
  );
  return removed.flatMap((former) => {
    const table = sides.rename.table(former.table);
    const candidates = [...added, ...rewritten].filter(
      (other) => sameName(other.table, table) && other.parts.event === former.parts.event,
    );
    const twin = candidates.find((other) => sides.rename.sameText(former.parts.body, other.parts.body));
    const successors = twin === undefined ? covering(sides, former, candidates) : [twin];
    if (successors.length === 0) return [];
    const by = successors.map(({ name }) => name);
    const change = { kind: 'replaced', by, ...(twin !== undefined && { renamed: true as const }) } as const;
    return [{ trigger: former.name, table, change }];
  });
}

/** Those that together write all that it wrote, and refuse where it refused. */
function covering(sides: Sides, former: ReadTrigger, candidates: readonly ReadTrigger[]): ReadTrigger[] {
  const then = accessesOf(sides.before, former)?.filter(({ verb }) => verb !== 'read');
  if (then === undefined || (then.length === 0 && !refuses(former))) return [];
  const now = candidates.map((trigger) => ({
    trigger,
    keys: new Set(accessesOf(sides.after, trigger)?.map(keyOf)),
  }));
  const isDone = then.every((access) => {
    const wanted = keysAfter(access, sides.rename);
    return now.some(({ keys }) => wanted.some((key) => keys.has(key)));
  });
  if (!isDone || (refuses(former) && !candidates.some(refuses))) return [];
  const own = new Set(then.flatMap((access) => keysAfter(access, sides.rename)));
  return now
    .filter(({ trigger, keys }) => refuses(trigger) || [...own].some((key) => keys.has(key)))
    .map(({ trigger }) => trigger);
}
