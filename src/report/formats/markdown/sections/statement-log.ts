import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { StatementFacts } from '../../../../facts/rehearsal/rehearsal.ts';
import { whole } from '../../../../text/numbers.ts';
import { code, words } from '../../../shared/escape.ts';
import { phaseName } from '../../../shared/reading.ts';
import { duration } from '../../../shared/units.ts';
import { CROSS, paragraphs, type Section, TICK, table } from '../parts.ts';

const STATUSES = { done: `${TICK} done`, failed: `${CROSS} failed`, 'not-run': '– not run' } as const;

/** Every statement with its line, status, time and rows, phase by phase. */
export function statementLog({ rehearsal }: DatabaseFacts): Section | undefined {
  const { statements, outcome } = rehearsal;
  if (statements.length === 0 || outcome === 'not-run') return undefined;
  const phases = [...Map.groupBy(statements, phaseName)].map(
    ([name, own]) => `In ${code(name)}:\n\n${logOf(own)}`,
  );
  const note =
    'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
  return { title: 'Statement log', body: paragraphs(...phases, note) };
}

function logOf(statements: readonly StatementFacts[]): string {
  const rows = statements.map((statement) => [
    String(statement.line),
    words(statement.title),
    `${STATUSES[statement.status]}${statement.rolledBack ? ', rolled back' : ''}`,
    statement.ms === undefined ? '' : duration(statement.ms),
    statement.rows === undefined ? '' : whole(statement.rows),
  ]);
  return table(['line:', 'statement', 'status', 'time:', 'rows:'], rows);
}
