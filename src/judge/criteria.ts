import type { DatabaseFacts } from '../facts/database.ts';
import type { Criterion } from '../facts/record.ts';
import type { Settings } from '../facts/settings.ts';
import { sameName } from '../sql/quote.ts';
import { evaluateExpectations } from './expectations.ts';
import { judgedSides, wasRehearsed } from './view.ts';

/** What must be true for success, with a tick where it was measured to be. Only what was measured is listed. */
export function criteriaOf(facts: DatabaseFacts, settings: Settings): Criterion[] {
  const { now } = judgedSides(facts);
  if (now === undefined) return [];
  const { outcome } = facts.rehearsal;
  const ran =
    facts.plan === undefined
      ? []
      : [{ text: 'Every statement runs without an error', met: outcome === 'done' }];
  return [
    ...ran,
    { text: 'The file is sound (integrity_check)', met: now.integrity.result === 'ok' },
    { text: 'No row lacks its parent', met: now.orphans.length === 0 },
    ...(facts.plan === undefined || wasRehearsed(facts) ? required(facts, settings) : []),
    ...evaluateExpectations(facts, settings.expect).map(({ text, met }) => ({
      text: `${text[0]?.toUpperCase()}${text.slice(1)}`,
      met,
    })),
  ];
}

function required(facts: DatabaseFacts, { checks }: Settings): Criterion[] {
  const measured = judgedSides(facts).now?.required ?? [];
  return checks.required.map(({ table, column }) => {
    const entry = measured.find((one) => sameName(one.table, table) && sameName(one.column, column));
    return { text: `Zero NULLs in ${table}.${column}`, met: entry?.nulls === 0 };
  });
}
