import { sentence } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-timeout',
  severity: 'error',
  kind: 'problem',
  about: 'run',
  loss: 'never',
  allowable: false,
  title: 'The migration did not end in time',
  why: 'In production the database would be locked for writers at least as long.',
  remedy:
    'Look for a query without end or without an index; if the migration is meant to take this long, raise `timeout-minutes` (and `command-timeout-minutes`, where it is set).',
  check({ incidents, rehearsal, command, unfinished = [] }) {
    const incident = incidents.find(({ task, kind }) => task === 'rehearse' && kind === 'timeout');
    if (incident === undefined) return [];
    const running = rehearsal.statements.find(({ status }) => status === 'failed');
    const whole = command === undefined ? 'The rehearsal' : 'The command';
    const where = running === undefined ? whole : `"${running.title}"`;
    const { file, line } = running ?? {};
    // A tool waits for its own lock, however old it is.
    const lock = command && unfinished.find(({ kind }) => kind === 'locked');
    return [
      {
        message: `${where} was still running and was ${incident.detail}.${lock === undefined ? '' : ` ${sentence(lock.sentence)}`}`,
        ...(lock !== undefined && { remedy: lock.remedy }),
        ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
      },
    ];
  },
};
