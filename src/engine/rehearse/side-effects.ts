import type { ForeignKey, Schema, Trigger } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { foldName } from '../../sql/quote.ts';
import { meaningfulTokens, nameOf, type Token } from '../../sql/tokens.ts';

/** Folded names of tables that a statement does not name. */
interface SideEffects {
  /** Tables that may lose rows. */
  taken: Set<string>;
  /** Tables that may get rows or values. */
  given: Set<string>;
  /** Foreign keys whose values may be erased. */
  erased: Erased[];
}

/** Columns of a foreign key that become NULL, or get their default. */
export interface Erased {
  /** Folded. */
  table: string;
  columns: readonly string[];
  to: 'null' | 'default';
}

/** Verbs with which a trigger gives a table rows or values. */
const WRITING = ['insert', 'replace', 'update'];
const ERASING: Readonly<Record<string, Erased['to']>> = { 'SET NULL': 'null', 'SET DEFAULT': 'default' };

/**
 * What a statement may do to tables that it does not name. A foreign key may delete the children of a row (ON DELETE
 * CASCADE) or erase their links to it, after a DROP TABLE too (sqlite.org/foreignkeys.html section 5). Triggers write to
 * the tables that they name.
 */
export function sideEffects(names: readonly StatementTarget[], schema: Schema | undefined): SideEffects {
  const effects: SideEffects = { taken: new Set(), given: new Set(), erased: [] };
  if (schema === undefined) return effects;
  const targets = names.flatMap(written).map(foldName);
  // Iterating over a set also visits what is added to it meanwhile.
  const touched = new Set(targets);
  const told = new Set<ForeignKey>();
  for (const table of touched) {
    const gone = effects.taken.has(table) || names.some((named) => takes(named, table));
    const moved = names.some((named) => moves(named, table));
    for (const { child, key } of keysTo(schema, table)) {
      if (gone && key.onDelete === 'CASCADE') add(child, effects.taken);
      const to = (gone && ERASING[key.onDelete]) || (moved && ERASING[key.onUpdate]);
      if (!to || targets.includes(child) || told.has(key)) continue;
      told.add(key);
      touched.add(child);
      effects.erased.push({ table: child, columns: key.columns, to });
    }
    for (const trigger of schema.triggers.filter((one) => foldName(one.table) === table)) {
      const { names: known, verbs } = readTrigger(trigger);
      for (const { name } of schema.tables) {
        const folded = foldName(name);
        if (!known.has(folded)) continue;
        if (verbs.has('delete') || verbs.has('replace')) add(folded, effects.taken);
        else touched.add(folded);
        if (WRITING.some((verb) => verbs.has(verb))) effects.given.add(folded);
      }
    }
  }
  for (const table of targets) effects.taken.delete(table);
  return effects;

  function add(table: string, set: Set<string>): void {
    // It may have been visited before it was known to lose rows: it is visited again.
    if (!set.has(table)) touched.delete(table);
    set.add(table);
    touched.add(table);
  }
}

function written(named: StatementTarget): string[] {
  if (['insert', 'upsert', 'update', 'delete'].includes(named.verb) && 'name' in named) return [named.name];
  return named.verb === 'drop' && named.kind === 'table' ? [named.name] : [];
}

/** Whether the statement itself may delete rows of the table; REPLACE deletes those in conflict. */
function takes(named: StatementTarget, table: string): boolean {
  const deletes = named.verb === 'delete' || named.verb === 'upsert';
  return (deletes || (named.verb === 'drop' && named.kind === 'table')) && foldName(named.name) === table;
}

/** Whether the statement may change keys of the table. */
function moves(named: StatementTarget, table: string): boolean {
  return (named.verb === 'update' || named.verb === 'upsert') && foldName(named.name) === table;
}

function keysTo({ tables }: Schema, parent: string): { child: string; key: ForeignKey }[] {
  return tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys
      .filter((key) => foldName(key.parent) === parent)
      .map((key) => ({ child: foldName(name), key })),
  );
}

/** Every name and every word in a trigger's body. */
function readTrigger({ definition }: Trigger): { names: Set<string>; verbs: Set<string> } {
  const tokens = meaningfulTokens(definition);
  const text = (token: Token) => foldName(nameOf(definition, token));
  const body = tokens.slice(tokens.findIndex((token) => token.kind === 'word' && text(token) === 'begin'));
  return {
    names: new Set(body.map(text)),
    verbs: new Set(body.filter(({ kind }) => kind === 'word').map(text)),
  };
}
