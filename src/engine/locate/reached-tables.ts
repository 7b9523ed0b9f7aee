import type { Schema } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { foldName } from '../../sql/quote.ts';

const PASSIVE = new Set(['NO ACTION', 'RESTRICT']);

/**
 * Folded names of all tables whose rows a statement may have touched: those that it names, and through the actions of
 * foreign keys their children. `undefined`: it may have touched any, because a trigger can write anywhere, and because
 * what names nothing can be anything.
 */
export function reachedTables(
  names: readonly StatementTarget[],
  { tables, triggers }: Schema,
): Set<string> | undefined {
  if (names.length === 0) return undefined;
  const reached = new Set(names.flatMap((named) => targetOf(named) ?? []).map(foldName));
  // Iterating over a set also visits what is added to it meanwhile.
  for (const parent of reached) {
    if (parent.startsWith('sqlite_') || triggers.some(({ table }) => foldName(table) === parent))
      return undefined;
    for (const { name, foreignKeys } of tables) {
      const acts = foreignKeys.some(
        (key) => foldName(key.parent) === parent && !(PASSIVE.has(key.onDelete) && PASSIVE.has(key.onUpdate)),
      );
      if (acts) reached.add(foldName(name));
    }
  }
  return reached;
}

function targetOf(named: StatementTarget): string | undefined {
  if ('table' in named) return named.table;
  if ('kind' in named && named.kind !== 'table') return undefined;
  return named.verb === 'rename-table' ? named.to : named.name;
}
