import { counted } from '../../text/numbers.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'command-left-running',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'The command left processes running',
  why: 'A process that leaves the process group of its command outlives it: it may still write to the copy while that is measured, and to the database after a deploy.',
  remedy: 'Let the tool end, or wait for, what it starts.',
  check({ command }) {
    const { ended, remains } = command?.leftRunning ?? { ended: 0, remains: false };
    const findings = [];
    if (ended > 0) {
      const those = ended === 1 ? 'it was' : 'they were';
      const message = `The command left ${counted(ended, 'process', 'processes')} running outside its process group; ${those} ended.`;
      findings.push({ message });
    }
    if (remains) {
      const message =
        'Something that the command started outside its process group still runs and could not be ended: what was measured on the copy may have changed since.';
      findings.push({ severity: 'warning' as const, message });
    }
    return findings;
  },
};
