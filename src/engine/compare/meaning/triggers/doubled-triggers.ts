import type { TriggerMeaning } from '../../../../facts/meaning/meaning-facts.ts';
import type { StatementTarget } from '../../../../facts/statement.ts';
import { foldName, sameName } from '../../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../../sql/tokens.ts';
import { isNamed, type Sides } from '../sides.ts';
import type { ReadTrigger, Triggers } from './read-triggers.ts';
import { resembles } from './resembles.ts';
import { readWrite, type Write } from './writes.ts';

/**
 * Triggers of *before* that stay, beside a new one that does the same to the same table once more: a counter goes up by
 * two, a line is logged twice. What is done twice to the same end is none of them.
 */
export function doneTwice(
  sides: Sides,
  { kept, added }: Triggers,
  executed: readonly StatementTarget[],
): TriggerMeaning[] {
  const missed = dropsThatMetNothing(sides, executed).filter(
    // Whoever drops a trigger and makes it means no other one.
    (name) => !added.some(isNamed(name)),
  );
  return kept.flatMap(({ after: old }): TriggerMeaning[] => {
    for (const other of added) {
      if (!sameName(other.table, old.table) || other.parts.event !== old.parts.event) continue;
      const meant = missed.some((name) => resembles(name, old.name));
      const target = repeated(sides, old, other, meant);
      if (target === undefined) continue;
      return [{ trigger: old.name, table: old.table, change: { kind: 'beside', other: other.name, target } }];
    }
    return [];
  });
}

/** Names of triggers that a statement would have dropped, had there been one. */
function dropsThatMetNothing({ before }: Sides, executed: readonly StatementTarget[]): string[] {
  return executed.flatMap((named, at) => {
    if (named.verb !== 'drop' || named.kind !== 'trigger') return [];
    const made = executed
      .slice(0, at)
      .some(
        (other) => other.verb === 'create' && other.kind === 'trigger' && sameName(other.name, named.name),
      );
    return made || before.schema.triggers.some(isNamed(named.name)) ? [] : [named.name];
  });
}

/** `meant`: a statement tried to drop a trigger of nearly this name, so that less is needed to tell that it meant this one. */
function repeated(sides: Sides, old: ReadTrigger, other: ReadTrigger, meant: boolean): string | undefined {
  const sameCondition = old.parts.when === other.parts.when;
  const again = other.parts.statements.flatMap((clause) => readWrite(clause) ?? []);
  for (const clause of old.parts.statements) {
    const write = readWrite(clause);
    if (write === undefined || (write.yields && !meant)) continue;
    const same = again.filter(({ verb, table }) => verb === write.verb && table === write.table);
    const isTwice = same.some((one) =>
      write.verb === 'insert'
        ? insertsTwice(sides, write, one, { meant, sameCondition })
        : updatesTwice(write, one, { meant, sameCondition }),
    );
    if (isTwice) return write.table;
  }
  return undefined;
}

interface Evidence {
  meant: boolean;
  sameCondition: boolean;
}

/** All that the one inserts, the other inserts too. */
function insertsTwice(sides: Sides, write: Write, other: Write, { meant, sameCondition }: Evidence): boolean {
  if (meant) return true;
  const [left, right] = [named(sides, write), named(sides, other)];
  const [fewer, more] = left.size <= right.size ? [left, right] : [right, left];
  return sameCondition && fewer.size > 0 && [...fewer].every(([column, text]) => more.get(column) === text);
}

/** With the names of the columns where the statement lists none. */
function named({ after }: Sides, { table, values, positional }: Write): Map<string, string> {
  if (!positional) return new Map(values);
  const columns = after.filled(table).map(foldName);
  return new Map([...values.values()].map((text, at) => [columns[at] ?? '', text]));
}

/**
 * Both write the same column of the same rows: each counts it on from what it is, or one does and the other computes it
 * anew. What only bounds it, as max(n, 0) does, is another thing.
 */
function updatesTwice(write: Write, other: Write, { meant, sameCondition }: Evidence): boolean {
  if (write.verb !== 'update' || !(meant || write.where === other.where)) return false;
  return [...write.values].some(([column, text]) => {
    const again = other.values.get(column);
    if (again === undefined) return false;
    const uses = [useOf(text, column), useOf(again, column)];
    if (!uses.includes('counts on') || uses.includes('reads')) return false;
    return meant || sameCondition || text === again;
  });
}

const OPERATORS = new Set(['+', '-', '*', '/', '||']);

/** What an expression does with the column that it is assigned to; that of NEW or OLD is another value. */
function useOf(expression: string, column: string): 'counts on' | 'reads' | 'none' {
  const tokens = meaningfulTokens(expression);
  const textAt = (at: number) => {
    const token = tokens[at];
    return token === undefined ? '' : foldName(nameOf(expression, token));
  };
  const places = tokens.flatMap((_, at) => {
    const isOther = textAt(at - 1) === '.' && ['new', 'old'].includes(textAt(at - 2));
    return textAt(at) === column && !isOther ? [at] : [];
  });
  const counts = places.some(
    (at) => OPERATORS.has(textAt(at + 1)) || OPERATORS.has(textAt(textAt(at - 1) === '.' ? at - 3 : at - 1)),
  );
  if (counts) return 'counts on';
  return places.length > 0 ? 'reads' : 'none';
}
