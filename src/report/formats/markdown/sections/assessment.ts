import type { DatabaseRecord } from '../../../../facts/record.ts';
import { words } from '../../../shared/escape.ts';
import { duration } from '../../../shared/units.ts';
import { bullets, CROSS, type Section, TICK, table } from '../parts.ts';

/** The level of the risk and the measured reasons for it. */
export function riskSection({ risk }: DatabaseRecord): Section | undefined {
  if (risk.level === 'unknown') return undefined;
  return { title: `Risk: ${risk.level}`, body: bullets(risk.reasons.map(words)) };
}

const STEPS = {
  copy: 'Copy and hash the snapshot',
  healthBefore: 'Check before',
  rehearsal: 'Rehearse',
  healthAfter: 'Check after',
  schemaDiff: 'Compare the schemas',
  dataDiff: 'Compare every row',
  scenarios: 'Rehearse a second run, the rollback, a crash and other ways to execute',
  total: 'Total (some of it at the same time)',
} as const;

/** How long each part of this run took. */
export function timeline({ facts }: DatabaseRecord): Section | undefined {
  if (facts.snapshot === undefined) return undefined;
  const names = Object.keys(STEPS) as (keyof typeof STEPS)[];
  const rows = names.flatMap((name) => {
    const ms = facts.timings[name];
    return ms === undefined ? [] : [[STEPS[name], duration(ms)]];
  });
  return { title: 'Timeline', body: table(['step', 'time:'], rows) };
}

/** What must be true for success, with a tick where it was measured to be; what is not comes first. */
export function successCriteria({ criteria }: DatabaseRecord): Section | undefined {
  if (criteria.length === 0) return undefined;
  const met = criteria.filter((criterion) => criterion.met).length;
  const missedFirst = criteria.toSorted((a, b) => Number(a.met) - Number(b.met));
  const lines = missedFirst.map((criterion) => `${criterion.met ? TICK : CROSS} ${words(criterion.text)}`);
  return { title: `Success criteria: ${met} of ${criteria.length} met`, body: bullets(lines) };
}
