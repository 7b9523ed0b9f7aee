import type { DatabaseFacts } from '../../facts/database.ts';
import type { Profile } from '../../facts/plan.ts';
import type { VariantFacts } from '../../facts/rehearsal/scenarios.ts';
import { sameName } from '../../sql/quote.ts';
import { counted } from '../../text/numbers.ts';
import { profileWords } from '../../text/profile-words.ts';
import { tableChanges } from '../kit/view.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'runner-sensitive',
  severity: 'error',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Whether rows survive depends on how production runs this',
  why: 'The same files lose these rows or keep them, depending on foreign keys and transactions of whatever runs them. Nobody has said which it is.',
  remedy: 'Declare how production executes, in the config or as an input.',
  check(facts) {
    const { scenarios, plan } = facts;
    if (plan === undefined) return [];
    const severity = plan.basis === 'assumed' ? ('error' as const) : ('warning' as const);
    return tablesOf(scenarios?.profiles ?? []).map(({ table, rows, nulled, columns, profiles }) => ({
      severity,
      message: `${table}: under ${profiles.map(profileWords).join(' and ')} ${lossWords(rows, nulled, losesAnyway(facts, table), profileWords(plan.profile))}`,
      remedy: `If production runs it as rehearsed, declare it: \`${declaration(plan.profile, profiles)}\`. If not, correct the migration: PRAGMA foreign_keys=OFF does nothing inside a transaction.`,
      table,
      ...(columns.length > 0 && { columns }),
      count: Math.max(rows, nulled),
    }));
  },
};

/** The numbers are those beyond the rehearsal: where that loses rows or values too, they are not all. */
function lossWords(rows: number, nulled: number, losesAnyway: boolean, rehearsed: string): string {
  const more = losesAnyway ? ' more' : '';
  const losses = [
    ...(rows > 0 ? [`${counted(rows, 'row')}${more} would be lost`] : []),
    ...(nulled > 0 ? [`${counted(nulled, 'value')}${more} would become NULL`] : []),
  ].join(' and ');
  return losesAnyway ? `${losses} than under ${rehearsed}.` : `${losses}; under ${rehearsed} none.`;
}

function losesAnyway(facts: DatabaseFacts, table: string): boolean {
  const change = tableChanges(facts).find((one) => sameName(one.table, table));
  if (change === undefined) return false;
  return change.removed > 0 || change.columns.some(({ nulled }) => nulled > 0);
}

interface Sensitive {
  table: string;
  rows: number;
  nulled: number;
  columns: string[];
  profiles: Profile[];
}

/** The worst of all profiles for each table, with the profiles under which it loses anything. */
function tablesOf(variants: readonly VariantFacts[]): Sensitive[] {
  const tables = new Map<string, Sensitive>();
  for (const { profile, losses } of variants) {
    for (const { table, rows, nulled } of losses) {
      const known = tables.get(table) ?? { table, rows: 0, nulled: 0, columns: [], profiles: [] };
      const values = nulled.reduce((sum, column) => sum + column.values, 0);
      const columns = [...new Set([...known.columns, ...nulled.map(({ column }) => column)])];
      const profiles = [...known.profiles, profile];
      tables.set(table, {
        ...{ table, columns, profiles },
        rows: Math.max(known.rows, rows),
        nulled: Math.max(known.nulled, values),
      });
    }
  }
  return [...tables.values()];
}

/** What rules the others out. */
function declaration({ name, foreignKeys }: Profile, others: readonly Profile[]): string {
  if (others.some((other) => other.foreignKeys === foreignKeys && other.name === name))
    return `profile: ${name}`;
  return `foreign-keys: ${foreignKeys ? 'on' : 'off'}`;
}
