import type { Incident } from '../../facts/database.ts';
import type { Rule } from '../rule.ts';

const REMEDIES: Record<Incident['kind'], string> = {
  timeout: 'Raise `timeout-minutes`, or give a smaller snapshot.',
  cancelled: 'Run it again.',
  crash: 'Run it again; if it happens again, please report it with the version and this message.',
  error: 'Run it again; if it happens again, please report it with the version and this message.',
  'disk-full': 'Free disk space: the copies need about three times the size of the database.',
  'out-of-memory': 'Give the job more memory.',
};

export const rule: Rule = {
  id: 'preflight-incomplete',
  severity: 'error',
  kind: 'internal',
  about: 'run',
  loss: 'never',
  allowable: false,
  title: 'The preflight was not carried out to its end',
  why: 'What was not measured is not known, so nothing can be cleared.',
  remedy: REMEDIES.error,
  check({ incidents }) {
    return incidents
      .filter(({ task, kind }) => task !== 'rehearse' || kind !== 'timeout')
      .map(({ task, kind, detail }) => ({
        message: `${task} did not end: ${detail}.`,
        remedy: REMEDIES[kind],
        object: task,
      }));
  },
};
