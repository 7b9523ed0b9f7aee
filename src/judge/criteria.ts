import { type DatabaseFacts, isHealthCheck } from '../facts/database.ts';
import type { Criterion } from '../facts/record.ts';
import type { Settings } from '../facts/settings.ts';
import { sameName } from '../sql/quote.ts';
import { counted } from '../text/numbers.ts';
import { isKnownColumn, wasMeasuredWhole } from './known.ts';
import { failedStatements } from './statements.ts';
import { judgedSides } from './view.ts';
import { evaluateWishes } from './wishes.ts';

/** What must be true for success, with a tick where it was measured to be. Only what was measured is listed. */
export function criteriaOf(facts: DatabaseFacts, settings: Settings): Criterion[] {
  const { now } = judgedSides(facts);
  if (now === undefined) return [];
  const { outcome } = facts.rehearsal;
  const success = facts.command
    ? 'The command ends with exit code 0'
    : 'Every statement runs without an error';
  const ran = isHealthCheck(facts) ? [] : [{ text: success, met: outcome === 'done' }];
  return [
    ...ran,
    { text: 'The file is sound (integrity_check)', met: now.integrity.result === 'ok' },
    { text: 'No row lacks its parent', met: now.orphans.length === 0 },
    ...(wasMeasuredWhole(facts) ? [...required(facts, settings), ...application(facts)] : []),
    ...evaluateWishes(facts, settings).map(({ text, met }) => ({
      text: `${text[0]?.toUpperCase()}${text.slice(1)}`,
      met,
    })),
  ];
}

function required(facts: DatabaseFacts, { checks }: Settings): Criterion[] {
  const measured = judgedSides(facts).now?.required ?? [];
  const known = checks.required.filter(({ table, column }) => isKnownColumn(facts, table, column));
  return known.map(({ table, column }) => {
    const entry = measured.find((one) => sameName(one.table, table) && sameName(one.column, column));
    return { text: `Zero NULLs in ${table}.${column}`, met: entry?.nulls === 0 };
  });
}

function application(facts: DatabaseFacts): Criterion[] {
  const total = facts.after?.statements.total ?? 0;
  if (total === 0) return [];
  const text = `The migration breaks none of ${counted(total, 'statement')} of the application`;
  return [{ text, met: !failedStatements(facts).some(({ broken }) => broken) }];
}
