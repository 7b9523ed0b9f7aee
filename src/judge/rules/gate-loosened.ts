import type { Declaration } from '../../facts/settings.ts';
import { counted } from '../../text/numbers.ts';
import { declarationsFor } from '../kit/pending.ts';
import { list } from '../kit/words.ts';
import type { RawFinding, Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'gate-loosened',
  severity: 'warning',
  kind: 'problem',
  about: 'database',
  loss: 'never',
  // It would be excused by what it warns of.
  allowable: false,
  title: 'The change makes this check look away',
  why: 'The same pull request that brings the migration says what of it is not to be looked at, or what is to be excused. That may be right, and somebody has to see it.',
  remedy:
    'Review these lines as the migration itself. What is always true of production, the step can say: then no pull request changes it.',
  check(facts, settings) {
    // Of a run that was not started nothing was let through.
    if (facts.mistakes.length > 0) return [];
    const { change } = settings.declared;
    const fresh = declarationsFor([facts], settings).filter(({ isNew }) => isNew);
    const where = `new in this ${change?.kind ?? 'pull request'}`;
    const settled = fresh.filter(({ kind }) => kind === 'setting').map((one) => setting(one, where));
    return [
      ...settled,
      ...byFile(
        fresh,
        'allowance',
        (count) => `${counted(count, 'allowance is', 'allowances are')} ${where}`,
      ),
      ...byFile(
        fresh,
        'withdrawn',
        (count) => `${counted(count, 'check is', 'checks are')} no longer made as before`,
      ).map((finding) => ({ ...finding, severity: 'notice' as const })),
    ];
  },
};

function setting({ text, source }: Declaration, where: string): RawFinding {
  return { message: `${text} is ${where}.`, object: text, location: source };
}

/** Some of a file stand for all of it. */
const MOST_LISTED = 5;

function byFile(
  declarations: readonly Declaration[],
  kind: Declaration['kind'],
  words: (count: number) => string,
): RawFinding[] {
  const own = declarations.filter((one) => one.kind === kind);
  return [...Map.groupBy(own, ({ source }) => source.file).values()].map((group) => ({
    message: `${words(group.length)}: ${list(
      group.map(({ text }) => text),
      MOST_LISTED,
    )}.`,
    count: group.length,
    ...(group[0] && { location: group[0].source }),
  }));
}
