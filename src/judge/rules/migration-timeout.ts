import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'migration-timeout',
  severity: 'error',
  kind: 'problem',
  title: 'The migration did not end in time',
  why: 'In production the database would be locked for writers at least as long.',
  remedy:
    'Look for a query without end or without an index; if the migration is meant to take this long, raise `timeout-minutes`.',
  check({ incidents, rehearsal }) {
    const incident = incidents.find(({ task, kind }) => task === 'rehearse' && kind === 'timeout');
    if (incident === undefined) return [];
    const running = rehearsal.steps.find(({ status }) => status === 'failed');
    const where = running === undefined ? 'The rehearsal' : `"${running.title}"`;
    const { file, line } = running ?? {};
    return [
      {
        message: `${where} was still running and was ${incident.detail}.`,
        ...(file !== undefined && { location: { file, ...(line !== undefined && { line }) } }),
      },
    ];
  },
};
