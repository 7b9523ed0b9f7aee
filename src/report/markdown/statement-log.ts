import type { DatabaseFacts } from '../../facts/database.ts';
import { whole } from '../../text/numbers.ts';
import { code, words } from '../escape.ts';
import { duration, placeText } from '../numbers.ts';
import { CROSS, type Section, TICK, table } from './parts.ts';

const STATUSES = { done: `${TICK} done`, failed: `${CROSS} failed`, 'not-run': '– not run' } as const;

/** Every statement with its place, status, time and rows. */
export function statementLog({ rehearsal }: DatabaseFacts): Section | undefined {
  const { steps, outcome } = rehearsal;
  if (steps.length === 0 || outcome === 'not-run') return undefined;
  const rows = steps.map((step) => [
    code(placeText(step)),
    words(step.title),
    `${STATUSES[step.status]}${step.rolledBack ? ', rolled back' : ''}`,
    step.ms === undefined ? '' : duration(step.ms),
    step.rows === undefined ? '' : whole(step.rows),
  ]);
  const note =
    'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
  return {
    title: 'Statement log',
    body: `${table(['place', 'statement', 'status', 'time:', 'rows:'], rows)}\n\n${note}`,
  };
}
