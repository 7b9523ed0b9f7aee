import type { TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { SideEffect } from '../../facts/rehearsal/rehearsal.ts';
import { byName } from '../../sql/by-name.ts';
import { foldName, sameName } from '../../sql/quote.ts';
import { counted, whole } from '../../text/numbers.ts';
import { placeOfContent } from '../kit/places/causes.ts';
import { placeOf, tableChanges, tablesNamed, writingStatements } from '../kit/view.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'side-effect',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A trigger wrote where no statement does',
  why: 'The triggers of a table do not know a migration from the application: a backfill can queue a mail for every customer, or fill a log with what nobody did.',
  remedy:
    'Drop the trigger before the statement and make it again afterwards, in the same transaction; if what it wrote is meant, allow it with a reason, in the config or the migration.',
  check(facts) {
    const seen = Map.groupBy(facts.rehearsal.sideEffects ?? [], ({ table }) => foldName(table));
    return tableChanges(facts).flatMap((change) => {
      const effects = seen.get(foldName(change.table)) ?? unseen(facts, change);
      return [...addedRows(facts, change, effects), ...filledValues(facts, change, effects)];
    });
  },
};

/** Where nobody could count in time: what came to a table that no statement writes to. */
function unseen(facts: DatabaseFacts, { table, added, columns }: TableChange): SideEffect[] {
  const writes = writingStatements(facts, table, ['insert', 'upsert', 'update', 'create', 'rename-table']);
  const isVirtual = tablesNamed(facts.after?.schema.tables, table)[0]?.kind === 'virtual';
  if (!facts.rehearsal.sideEffectsUncounted || isVirtual || writes.length > 0) return [];
  const filled = columns.map((column) => ({ column: column.column, values: column.filled }));
  return [{ table, rows: added, filled, statement: -1, triggers: [] }];
}

function addedRows(facts: DatabaseFacts, change: TableChange, effects: readonly SideEffect[]): RawFinding[] {
  const { table, added } = change;
  const own = effects.filter(({ rows }) => rows > 0);
  // What a later statement took out again did no harm.
  const rows = Math.min(
    added,
    sum(own, (one) => one.rows),
  );
  if (rows <= 0) return [];
  return [
    {
      message: `${table}: ${counted(rows, 'row was', 'rows were')} added by ${triggerWords(own)}, in ${statementWords(own)} that ${own.length > 1 ? 'do' : 'does'} not name the table.`,
      table,
      count: rows,
      ...placeOfEffects(facts, table, own),
    },
  ];
}

const valuesOf = byName((one: { column: string; values: number }) => one.column);

function filledValues(
  facts: DatabaseFacts,
  change: TableChange,
  effects: readonly SideEffect[],
): RawFinding[] {
  const { table } = change;
  const filled = change.columns.flatMap(({ column, filled: net }) => {
    const values = sum(effects, (one) => valuesOf(one.filled, column)[0]?.values ?? 0);
    const stays = Math.min(net, values);
    return stays > 0 ? [{ column, values: stays }] : [];
  });
  if (filled.length === 0) return [];
  const own = effects.filter((one) =>
    one.filled.some(({ column }) => filled.some((some) => sameName(some.column, column))),
  );
  const total = sum(filled, ({ values }) => values);
  const detail = filled.map(({ column, values }) => `${column} (${whole(values)})`);
  return [
    {
      message: `${table}: ${counted(total, 'value was', 'values were')} filled by ${triggerWords(own)}, in ${statementWords(own)} that ${own.length > 1 ? 'do' : 'does'} not name the table: ${detail.join(', ')}.`,
      table,
      columns: filled.map(({ column }) => column),
      count: total,
      ...placeOfEffects(facts, table, own),
    },
  ];
}

function placeOfEffects(facts: DatabaseFacts, table: string, effects: readonly SideEffect[]) {
  const statements = effects.flatMap(({ statement }) => facts.rehearsal.statements[statement] ?? []);
  if (statements.length === 0) return placeOfContent(facts, table, ({ what }) => what === 'added', []);
  // The first of many: each fires the same triggers.
  return placeOf(facts, statements.slice(0, 1));
}

function triggerWords(effects: readonly SideEffect[]): string {
  const names = [...new Set(effects.flatMap(({ triggers }) => triggers))];
  return names.length === 0 ? 'a trigger' : `the trigger${names.length > 1 ? 's' : ''} ${list(names, 3)}`;
}

function statementWords({ length }: readonly SideEffect[]): string {
  return length > 1 ? `${whole(length)} statements` : 'a statement';
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
