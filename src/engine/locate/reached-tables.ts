import type { Schema } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { once } from '../../sql/by-name.ts';
import { foldName } from '../../sql/quote.ts';

const PASSIVE = new Set(['NO ACTION', 'RESTRICT']);

/**
 * Folded names of all tables whose rows a statement may have touched: those that it names, and through the actions of
 * foreign keys their children. `undefined`: it may have touched any, because a trigger can write anywhere, and because
 * what names nothing can be anything.
 */
export function reachedTables(names: readonly StatementTarget[], schema: Schema): Set<string> | undefined {
  if (names.length === 0) return undefined;
  const { withTriggers, children } = actionsOf(schema);
  const reached = new Set(names.flatMap((named) => targetOf(named) ?? []).map(foldName));
  // Iterating over a set also visits what is added to it meanwhile.
  for (const parent of reached) {
    if (parent.startsWith('sqlite_') || withTriggers.has(parent)) return undefined;
    for (const { child } of children.get(parent) ?? []) reached.add(child);
  }
  return reached;
}

/** By folded names: the tables with triggers, and of each parent the children on which its foreign keys act. */
const actionsOf = once(({ tables, triggers }: Schema) => {
  const acting = tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys
      .filter(({ onDelete, onUpdate }) => !(PASSIVE.has(onDelete) && PASSIVE.has(onUpdate)))
      .map(({ parent }) => ({ parent: foldName(parent), child: foldName(name) })),
  );
  const children = Map.groupBy(acting, ({ parent }) => parent);
  return { withTriggers: new Set(triggers.map(({ table }) => foldName(table))), children };
});

function targetOf(named: StatementTarget): string | undefined {
  if ('table' in named) return named.table;
  if ('kind' in named && named.kind !== 'table') return undefined;
  return named.verb === 'rename-table' ? named.to : named.name;
}
