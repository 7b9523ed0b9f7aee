import type { Trigger } from '../../../../facts/schema.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import type { Access } from '../../../sqlite/resolver.ts';
import type { Side, Sides } from '../sides.ts';
import { readTriggerParts, type TriggerParts } from './trigger-parts.ts';

/** A trigger of one side, with its text taken apart. */
export interface ReadTrigger extends Trigger {
  sql: string;
  parts: TriggerParts;
}

/** A trigger that is there on both sides. */
export interface TriggerPair {
  before: ReadTrigger;
  after: ReadTrigger;
}

/** All triggers of both sides. */
export interface Triggers {
  kept: TriggerPair[];
  removed: ReadTrigger[];
  added: ReadTrigger[];
}

export function readTriggers(sides: Sides): Triggers {
  const before = byName(readAll(sides.before));
  const after = byName(readAll(sides.after));
  return {
    kept: [...before].flatMap(([name, trigger]) => {
      const partner = after.get(name);
      return partner === undefined ? [] : [{ before: trigger, after: partner }];
    }),
    removed: [...before].flatMap(([name, trigger]) => (after.has(name) ? [] : trigger)),
    added: [...after].flatMap(([name, trigger]) => (before.has(name) ? [] : trigger)),
  };
}

function byName(triggers: readonly ReadTrigger[]): Map<string, ReadTrigger> {
  return new Map(triggers.map((trigger) => [foldName(trigger.name), trigger]));
}

function readAll({ schema, texts }: Side): ReadTrigger[] {
  return schema.triggers.flatMap((trigger) => {
    const sql = texts.get(foldName(trigger.name)) ?? '';
    const parts = readTriggerParts(sql);
    return parts === undefined ? [] : [{ ...trigger, sql, parts }];
  });
}

/** What the trigger does itself, as SQLite understands it; `undefined` where it does not compile. */
export function accessesOf(
  side: Side,
  { table, parts: { event, action } }: ReadTrigger,
): Access[] | undefined {
  return side.resolver.trigger({ event, action, table, columns: side.columns(table) });
}

/** Columns of *after*, whose UPDATE fired the trigger in *before* and fires it no more. */
export function missingEvents(
  { before: { columns }, after, rename, pairBefore }: Sides,
  pair: TriggerPair,
): string[] {
  const { of } = pair.after.parts;
  if (of === undefined || pair.before.parts.event !== 'update') return [];
  const former = columns(pair.before.table).filter(
    (column) => pair.before.parts.of?.includes(foldName(column)) ?? true,
  );
  const tables = pairBefore(pair.before.table);
  return former
    .flatMap((column) => {
      const partner = tables?.columns.find((one) => sameName(one.before.name, column))?.after.name;
      return partner ?? (tables === undefined ? rename.column(pair.before.table, column) : []);
    })
    .filter((column) => !of.includes(foldName(column)) && after.columns(pair.after.table).includes(column));
}
