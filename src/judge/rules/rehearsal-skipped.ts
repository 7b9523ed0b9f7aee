import { list } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

const NAMES = {
  profiles: 'other ways to execute',
  rerun: 'a second run',
  rollback: 'the rollback',
  crash: 'a crash',
};

export const rule: Rule = {
  id: 'rehearsal-skipped',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'Not everything was rehearsed',
  why: 'The migration itself was; what else can happen to it takes as long again, several times over.',
  remedy: 'Set `rehearse: all` where that time is worth it, such as in a nightly run, or `rehearse: none`.',
  check({ scenarios }) {
    const missed = scenarios?.skipped.filter((one) => one.missed) ?? [];
    return [...Map.groupBy(missed, ({ reason }) => reason)].map(([reason, own]) => ({
      message: `Not rehearsed: ${list(
        own.map(({ rehearsal }) => NAMES[rehearsal]),
        4,
      )}: ${reason}.`,
    }));
  },
};
