import type { TriggerChange, TriggerMeaning } from '../../../../facts/meaning/meaning-facts.ts';
import type { StatementTarget } from '../../../../facts/statement.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import { capturedColumn, compareAccesses, textOf } from '../accesses.ts';
import { joinedOtherwise } from '../natural-joins.ts';
import { mentions, type Side, type Sides } from '../sides.ts';
import { doneTwice } from './doubled-triggers.ts';
import { movedPositions } from './positions.ts';
import {
  accessesOf,
  missingEvents,
  type ReadTrigger,
  readTriggers,
  type TriggerPair,
  type Triggers,
} from './read-triggers.ts';
import { findReplaced } from './replaced-triggers.ts';
import { rewrittenChange } from './rewritten-triggers.ts';

/** Triggers that do something else than before, though most of them have the text that they had. */
export function compareTriggers(sides: Sides, executed: readonly StatementTarget[]): TriggerMeaning[] {
  const triggers = readTriggers(sides);
  const changes = [
    ...triggers.kept.map((pair) => ({ trigger: pair.after, change: changeOf(sides, pair, triggers) })),
    ...triggers.added.map((trigger) => ({ trigger, change: neverFires(sides.after, trigger) })),
  ];
  return [
    ...changes.flatMap(({ trigger: { name, table }, change }) =>
      change === undefined ? [] : [{ trigger: name, table, change }],
    ),
    ...doneTwice(sides, triggers, executed),
    ...findReplaced(sides, triggers),
  ];
}

function changeOf(sides: Sides, pair: TriggerPair, triggers: Triggers): TriggerChange | undefined {
  const { before, after } = pair;
  const isSame =
    sameName(sides.rename.table(before.table), after.table) &&
    sides.rename.sameText(before.definition, after.definition);
  if (isSame && !mentions(after.sql, sides.touched)) return undefined;
  const never = neverFires(sides.after, after);
  if (never !== undefined) return neverFires(sides.before, before) === undefined ? never : undefined;
  if (!isSame) return rewrittenChange(sides, pair, triggers);
  return firesLess(sides, pair) ?? resolvedChange(sides, pair);
}

/** UPDATE OF nothing that is there: SQLite takes any name. */
function neverFires(side: Side, { table, parts: { of } }: ReadTrigger): TriggerChange | undefined {
  const columns = side.columns(table);
  // A view that does not compile has no columns to ask for.
  if (of === undefined || columns.length === 0) return undefined;
  if (columns.some((column) => of.includes(foldName(column)))) return undefined;
  return { kind: 'never-fires', columns: of };
}

/** A column whose UPDATE fired it, and is still there, fires it no more. */
function firesLess(sides: Sides, { before, after }: TriggerPair): TriggerChange | undefined {
  const missing = missingEvents(sides, { before, after });
  return missing.length === 0 ? undefined : { kind: 'fires-less', columns: missing };
}

function resolvedChange(sides: Sides, { before, after }: TriggerPair): TriggerChange | undefined {
  const then = accessesOf(sides.before, before);
  const now = accessesOf(sides.after, after);
  if (then === undefined || now === undefined) return undefined;
  const difference = compareAccesses(then, now, sides.rename);
  if (difference.kind === 'other')
    return { kind: 'resolved', from: textOf(difference.from), to: textOf(difference.to) };
  if (difference.kind === 'more') {
    const captured = capturedColumn(after.sql, difference.added);
    // A `*` may read it besides.
    const isSure = captured !== undefined && (!('from' in captured) || !after.sql.includes('*'));
    if (isSure) return captured;
  }
  const target = movedPositions(sides, { before, after });
  if (target !== undefined) return { kind: 'positions', target };
  const columns = joinedOtherwise(sides, { before: before.sql, after: after.sql });
  return columns.length === 0 ? undefined : { kind: 'joined', columns };
}
