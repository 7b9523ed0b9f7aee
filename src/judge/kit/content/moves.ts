import type { Move } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { quoteName, sameName } from '../../../sql/quote.ts';
import { whole } from '../../../text/numbers.ts';
import { executedStatements, wasRehearsed } from '../view.ts';
import { list } from '../words.ts';

/** What is gone from its place because a statement copied it to another one. */
export function movesOf(facts: DatabaseFacts): readonly Move[] {
  return wasRehearsed(facts) ? (facts.changes?.moves ?? []) : [];
}

export function moveOf(
  facts: DatabaseFacts,
  kind: Move['kind'],
  table: string,
  column?: string,
): Move | undefined {
  return movesOf(facts).find(
    (move) =>
      move.kind === kind &&
      sameName(move.table, table) &&
      (move.column ?? '').toLowerCase() === (column ?? '').toLowerCase(),
  );
}

/** All of it was found: nothing is lost. */
export function isMoved(...subject: Parameters<typeof moveOf>): boolean {
  return moveOf(...subject)?.nowhere === 0;
}

/** What a finding of the loss adds where a part was found elsewhere. */
export function partlyMoved(...subject: Parameters<typeof moveOf>): string {
  const move = moveOf(...subject);
  if (move === undefined || move.nowhere === 0) return '';
  const { of, nowhere } = move;
  const found = of - nowhere;
  const rest = `${whole(nowhere)} of ${whole(of)} ${nowhere === 1 ? 'is' : 'are'} nowhere`;
  return found === 0
    ? ` ${rest}.`
    : ` ${whole(found)} ${found === 1 ? 'is' : 'are'} in ${placesOf(move)} now, ${rest}.`;
}

/** The places in words: a column, or a table where whole rows went. */
export function placesOf({ kind, places }: Move): string {
  return list(
    places.map(({ table, columns }) =>
      kind === 'column' ? `${table}.${columns.map(({ into }) => into).join('+')}` : table,
    ),
  );
}

/** The statement that copied. */
export function movingStatement(facts: DatabaseFacts, { statement }: Move): StatementFacts[] {
  const byName = executedStatements(facts).flatMap((one) => one.names.map(() => one));
  const found = byName[statement];
  return found === undefined ? [] : [found];
}

/** What was copied and is in none of the places, told by the columns that were copied; of a column, its values. */
export function selectNowhere(
  { kind, table, column, places }: Move,
  former: string,
  gone: string | undefined,
): string {
  const absent = places.map(({ table: place, columns }) => {
    const equal = columns.map(({ from, into }) => `v.${quoteName(into)} IS b.${quoteName(from)}`);
    return `NOT EXISTS (SELECT 1 FROM main.${quoteName(place)} AS v WHERE ${equal.join(' AND ')})`;
  });
  const held = column === undefined ? [] : [`b.${quoteName(column)} IS NOT NULL`];
  const from = kind === 'table' ? table : former;
  const conditions = [...held, ...(gone === undefined ? [] : [gone]), ...absent];
  return `SELECT b.* FROM before.${quoteName(from)} AS b WHERE ${conditions.join(' AND ')};`;
}
