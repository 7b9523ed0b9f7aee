import type { CrashPoint } from '../../facts/rehearsal/scenarios.ts';
import { FIX_BY_HAND } from '../kit/failures/plan-problems.ts';
import { spelledOut } from '../kit/scenario-words.ts';
import { sentence } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'crash-sticks',
  severity: 'notice',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  allowable: true,
  title: 'It is not resumable after a crash',
  why: 'The next run cannot go on from what the interrupted one left. Nothing is lost, but somebody must fix the database by hand while the application waits.',
  remedy:
    'Put the statements into one transaction, or write them so that they can be repeated: IF NOT EXISTS, and an UPDATE that passes over what is done.',
  check({ scenarios }): RawFinding[] {
    const points = scenarios?.crash?.points.filter(({ outcome }) => outcome === 'sticks') ?? [];
    const isMarked = ({ stop }: CrashPoint) => stop?.kind === 'dirty';
    return [
      ...atItsMark(points.filter(isMarked)),
      ...atLeftovers(points.filter((point) => !isMarked(point))),
    ];
  },
};

/** The tool waits for a hand wherever it is stopped: no way of writing the migration helps. */
function atItsMark({ length }: readonly CrashPoint[]): RawFinding[] {
  if (length === 0) return [];
  const message =
    "A stop leaves the tool's own mark, and it runs nothing more until somebody has cleared it.";
  return [{ message, remedy: `After a crash: ${FIX_BY_HAND}.`, count: length }];
}

function atLeftovers(points: readonly CrashPoint[]): RawFinding[] {
  const [first] = points;
  if (first === undefined) return [];
  const { title, stop, differences, file, line } = first;
  const left = differences === undefined ? '' : spelledOut(differences);
  const end = stop === undefined ? `ends with ${left}` : `fails: ${stop.message}`;
  const more = points.length === 1 ? '' : ` The same kind at ${points.length - 1} more.`;
  const message = `A stop after "${title}": the next run ${sentence(end)}${more}`;
  return [{ message, count: points.length, location: { file, line } }];
}
