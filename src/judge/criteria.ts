import { type DatabaseFacts, isHealthCheck } from '../facts/database.ts';
import type { Finding } from '../facts/finding.ts';
import type { RequiredColumn } from '../facts/health.ts';
import type { Criterion } from '../facts/record.ts';
import type { Settings } from '../facts/settings.ts';
import { byName } from '../sql/by-name.ts';
import { sameName } from '../sql/quote.ts';
import { counted } from '../text/numbers.ts';
import { evaluateRequirements } from './checks/evaluate.ts';
import { failedStatements } from './checks/failed-statements.ts';
import { isKnownColumn, wasMeasuredWhole } from './checks/known-names.ts';
import { judgedSides, wasRehearsed } from './kit/view.ts';
import { rules } from './rules/index.ts';

/**
 * What must be true for success, with a tick where it was measured to be. Only what was measured is listed; the last one
 * sees to it that success is never claimed beside a finding that blocks. `findings`: after the allowances.
 */
export function criteriaOf(
  facts: DatabaseFacts,
  settings: Settings,
  findings: readonly Finding[],
): Criterion[] {
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
    ...losses(facts, findings),
    ...(wasMeasuredWhole(facts) ? [...required(facts, settings), ...application(facts)] : []),
    ...evaluateRequirements(facts, settings).map(({ text, met }) => ({
      text: `${text[0]?.toUpperCase()}${text.slice(1)}`,
      met,
    })),
    {
      text: 'No finding of severity error',
      met: !findings.some(({ severity }) => severity === 'error'),
    },
  ];
}

/** Whether the findings of a rule break the criterion, by its id. */
const LOSSES = new Map(rules.map(({ id, loss }) => [id, loss]));

function losses(facts: DatabaseFacts, findings: readonly Finding[]): Criterion[] {
  const { changes } = facts;
  if (!wasRehearsed(facts) || changes === undefined) return [];
  const isLoss = ({ rule, severity }: Finding) =>
    LOSSES.get(rule) === 'always'
      ? severity !== 'notice'
      : LOSSES.get(rule) === 'errors' && severity === 'error';
  const met = changes.unchecked.length === 0 && !findings.some(isLoss);
  return [{ text: 'No row, value or object is lost, unless allowed', met }];
}

const columnsOf = byName(({ table }: RequiredColumn) => table);

function required(facts: DatabaseFacts, { checks }: Settings): Criterion[] {
  const measured = judgedSides(facts).now?.required ?? [];
  const known = checks.required.filter(({ table, column }) => isKnownColumn(facts, table, column));
  return known.map(({ table, column }) => {
    const entry = columnsOf(measured, table).find((one) => sameName(one.column, column));
    return { text: `Zero NULLs in ${table}.${column}`, met: entry?.nulls === 0 };
  });
}

function application(facts: DatabaseFacts): Criterion[] {
  const total = facts.after?.statements.total ?? 0;
  if (total === 0) return [];
  const text = `The migration breaks none of ${counted(total, 'statement')} of the application`;
  return [{ text, met: !failedStatements(facts).some(({ broken }) => broken) }];
}
