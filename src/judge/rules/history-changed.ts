import type { TableChange } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { byName } from '../../sql/by-name.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { placeOf, wasRehearsed, writingStatements } from '../kit/view.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'history-changed',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'The migration changes what the tool knows of migrations',
  why: 'By these rows the tool decides what is to be run: it runs a migration a second time, or never.',
  remedy:
    "Leave the tool's table to the tool, or use its own command for it; if the change is meant, allow it with a reason, in the config or the migration.",
  check(facts) {
    const { plan, changes } = facts;
    if (!wasRehearsed(facts) || plan === undefined) return [];
    return plan.bookkeeping.tables.flatMap((table) => [
      ...written(facts, table),
      ...dropped(facts, table, changesOf(changes?.tables, table)[0]),
    ]);
  },
};

const changesOf = byName(({ table }: TableChange) => table);

const VERBS = ['delete', 'update', 'upsert', 'insert'] as const;
const WORDS = { delete: 'deletes', update: 'changes', upsert: 'writes', insert: 'adds' } as const;

/** By the migration's own SQL: what the tool writes itself are other steps of the plan. */
function written(facts: DatabaseFacts, table: string): RawFinding[] {
  return writingStatements(facts, table, VERBS).flatMap((statement) => {
    const { rows = 0 } = statement;
    const named = statement.names.find(
      (one): one is Extract<StatementTarget, { verb: keyof typeof WORDS }> => one.verb in WORDS,
    );
    // A table that is being rebuilt has another name while it is filled.
    if (rows === 0 || named === undefined || !sameName(named.name, table)) return [];
    return [
      {
        message: `${table}: the migration's own SQL ${WORDS[named.verb]} ${counted(rows, 'row')} of the tool's history.`,
        table,
        count: rows,
        ...placeOf(facts, [statement]),
      },
    ];
  });
}

function dropped(facts: DatabaseFacts, table: string, change: TableChange | undefined): RawFinding[] {
  const drops = writingStatements(facts, table, ['drop']);
  const lost = (change?.removed ?? 0) + (change?.changed ?? 0);
  if (drops.length === 0 || lost === 0) return [];
  return [
    {
      message: `${table}: ${counted(lost, 'row')} of the tool's history ${lost === 1 ? 'is' : 'are'} gone, or others, since the table was made anew.`,
      table,
      count: lost,
      ...placeOf(facts, drops.slice(-1)),
    },
  ];
}
