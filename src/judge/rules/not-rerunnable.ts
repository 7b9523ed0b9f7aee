import { locationOfStop, spelledOut } from '../kit/scenario-words.ts';
import { sentence } from '../kit/words.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'not-rerunnable',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'A second run does not end as the first',
  why: 'Where no migration history says what was applied, somebody, or a restarted deployment, will start it a second time.',
  remedy:
    'Let a tool record what was applied, or write the statements so that they can be repeated: IF NOT EXISTS, and an UPDATE that passes over what is done.',
  check({ scenarios }) {
    const { outcome, stop, differences } = scenarios?.rerun ?? {};
    if (outcome !== 'fails' && outcome !== 'differs') return [];
    const changes = differences === undefined ? '' : spelledOut(differences);
    const what = changes === '' ? '' : ` It changes: ${changes}.`;
    const how =
      stop === undefined
        ? 'A second run ends, and changes the database once more.'
        : `A second run fails: ${sentence(stop.message)}`;
    return [{ message: `${how}${what}`, ...(stop && locationOfStop(stop)) }];
  },
};
