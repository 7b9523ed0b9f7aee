import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { phaseName } from '../../shared/reading.ts';
import { duration, total } from '../../shared/units.ts';
import { el, type Html, table } from './element.ts';

/** Of a phase; the log of the job has the others. */
const MOST = 300;

/** Where the time and the write lock went, phase by phase: each statement's bar lies where its time lay in the run. */
export function statements({ rehearsal }: DatabaseFacts): Html[] {
  const all = rehearsal.statements;
  if (all.length === 0 || rehearsal.outcome === 'not-run') return [];
  const spent = Math.max(
    total(all, ({ ms = 0 }) => ms),
    0.001,
  );
  let at = 0;
  const placed = all.map((statement) => {
    const start = at;
    at += statement.ms ?? 0;
    return { statement, start: (start / spent) * 300, width: ((statement.ms ?? 0) / spent) * 300 };
  });
  const locked = lockedStatements(all);
  const phases = [...Map.groupBy(placed, ({ statement }) => phaseName(statement))].map(([name, own]) => {
    const rows = own
      .slice(0, MOST)
      .map(({ statement, start, width }) => [
        statement.line,
        statement.title,
        status(statement),
        statement.ms === undefined ? '' : duration(statement.ms),
        statement.rows === undefined ? '' : whole(statement.rows),
        bar(start, width, locked.has(statement)),
      ]);
    const rest =
      own.length > MOST ? el('p', {}, `And ${counted(own.length - MOST, 'more statement')}.`) : undefined;
    const sum = duration(total(own, ({ statement: { ms = 0 } }) => ms));
    return el(
      'details',
      { open: own.some(({ statement }) => statement.status === 'failed') || all.length <= 20 },
      el('summary', {}, el('code', {}, name), ` ${counted(own.length, 'statement')}, ${sum}`),
      table(['line:', 'statement', 'status', 'time:', 'rows:', 'when'], rows),
      rest,
    );
  });
  const note =
    'Times are those of the rehearsal, which does not wait for the disk (synchronous=OFF): lower bounds. Dark bars hold the write lock.';
  return [...phases, el('p', { class: 'note' }, note)];
}

function status({ status: ended, rolledBack }: StatementFacts): string {
  const words = { done: '✓ done', failed: '✗ failed', 'not-run': '– not run' } as const;
  return `${words[ended]}${rolledBack ? ', rolled back' : ''}`;
}

/** From the first write of a transaction to its end all other writers wait (sqlite.org/lang_transaction.html). */
function lockedStatements(all: readonly StatementFacts[]): Set<StatementFacts> {
  const byTransaction = Map.groupBy(all, ({ transaction }) => transaction);
  byTransaction.delete(undefined);
  const held = [...byTransaction.values()].flatMap((own) => {
    const first = own.findIndex(({ writes }) => writes === true);
    return first === -1 ? [] : own.slice(first);
  });
  return new Set(held);
}

function bar(start: number, width: number, isLocked: boolean): Html {
  return el(
    'svg',
    { class: 'bar', viewBox: '0 0 300 12', 'aria-hidden': 'true' },
    el('rect', {
      class: isLocked ? 'locked' : 'same',
      x: start.toFixed(2),
      y: 0,
      width: Math.max(width, 1).toFixed(2),
      height: 12,
    }),
  );
}
