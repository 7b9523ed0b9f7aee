import type { DatabaseFacts } from '../../facts/database.ts';
import { code, words } from '../escape.ts';
import { duration, whole } from '../numbers.ts';
import { type Section, table } from './parts.ts';

/** Every statement with its place, status, time and rows. */
export function statementLog({ rehearsal }: DatabaseFacts): Section | undefined {
  const { steps, outcome } = rehearsal;
  if (steps.length === 0 || outcome === 'not-run') return undefined;
  const rows = steps.map(({ file, line, title, status, ms, rows: touched, rolledBack }) => [
    code(`${file}:${line}`),
    words(title),
    `${{ done: '✅ done', failed: '❌ failed', 'not-run': '– not run' }[status]}${rolledBack ? ', rolled back' : ''}`,
    ms === undefined ? '' : duration(ms),
    touched === undefined ? '' : whole(touched),
  ]);
  const note =
    'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds.';
  return {
    title: 'Statement log',
    body: `${table(['place', 'statement', 'status', 'time:', 'rows:'], rows)}\n\n${note}`,
  };
}
