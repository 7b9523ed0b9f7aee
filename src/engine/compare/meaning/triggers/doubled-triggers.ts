import type { TriggerMeaning } from '../../../../facts/meaning.ts';
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

/** Both count the same column on, in the same rows. */
function updatesTwice(write: Write, other: Write, { meant, sameCondition }: Evidence): boolean {
  if (write.verb !== 'update' || !(meant || write.where === other.where)) return false;
  return [...write.values].some(([column, text]) => {
    const again = other.values.get(column);
    if (again === undefined || !(uses(text, column) || uses(again, column))) return false;
    return meant || text === again || (sameCondition && uses(text, column) && uses(again, column));
  });
}

/** Whether an expression reads the column that it is assigned to, and not that of NEW or OLD. */
function uses(expression: string, column: string): boolean {
  const tokens = meaningfulTokens(expression);
  return tokens.some((token, at) => {
    const [owner, dot] = [tokens[at - 2], tokens[at - 1]];
    const isQualified = dot !== undefined && expression.slice(dot.start, dot.end) === '.';
    const from = isQualified && owner !== undefined ? foldName(nameOf(expression, owner)) : '';
    return foldName(nameOf(expression, token)) === column && from !== 'new' && from !== 'old';
  });
}
