import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { StepFacts } from '../../../../facts/rehearsal.ts';
import { whole } from '../../../../text/numbers.ts';
import { code, words } from '../../../shared/escape.ts';
import { phaseName } from '../../../shared/reading.ts';
import { duration } from '../../../shared/units.ts';
import { CROSS, paragraphs, type Section, TICK, table } from '../parts.ts';

const STATUSES = { done: `${TICK} done`, failed: `${CROSS} failed`, 'not-run': '– not run' } as const;

/** Every statement with its line, status, time and rows, phase by phase. */
export function statementLog({ rehearsal }: DatabaseFacts): Section | undefined {
  const { steps, outcome } = rehearsal;
  if (steps.length === 0 || outcome === 'not-run') return undefined;
  const phases = [...Map.groupBy(steps, phaseName)].map(
    ([name, own]) => `In ${code(name)}:\n\n${logOf(own)}`,
  );
  const note =
    'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
  return { title: 'Statement log', body: paragraphs(...phases, note) };
}

function logOf(steps: readonly StepFacts[]): string {
  const rows = steps.map((step) => [
    String(step.line),
    words(step.title),
    `${STATUSES[step.status]}${step.rolledBack ? ', rolled back' : ''}`,
    step.ms === undefined ? '' : duration(step.ms),
    step.rows === undefined ? '' : whole(step.rows),
  ]);
  return table(['line:', 'statement', 'status', 'time:', 'rows:'], rows);
}
