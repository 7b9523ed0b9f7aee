import { spelledOut } from '../further.ts';
import type { Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'crash-sticks',
  severity: 'notice',
  kind: 'problem',
  title: 'After a crash, it needs a hand',
  why: 'The next run does not get over what the interrupted one has left. Nothing is lost, but somebody must mend the database while the application waits.',
  remedy:
    'Put the statements into one transaction, or write them so that they can be repeated: IF NOT EXISTS, and an UPDATE that passes over what is done.',
  check({ further }) {
    const points = further?.crash?.points.filter(({ outcome }) => outcome === 'sticks') ?? [];
    const [first] = points;
    if (first === undefined) return [];
    const { title, stop, differences, file, line } = first;
    const left = differences === undefined ? '' : spelledOut(differences);
    const end = stop === undefined ? `ends with ${left}` : `fails: ${stop.message}`;
    const more = points.length === 1 ? '' : ` The same kind at ${points.length - 1} more.`;
    const message = `A stop after "${title}": the next run ${end}.${more}`;
    return [{ message, count: points.length, location: { file, line } }];
  },
};
