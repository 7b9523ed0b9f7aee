import type { Answer, ViewQuestion } from '../../engine/ask/ask-view.ts';
import type { ChangeFacts } from '../../facts/changes.ts';
import type { Unchecked } from '../../facts/health.ts';
import type { ViewMeaning } from '../../facts/meaning/meaning-facts.ts';
import type { DatabaseCopies } from './inspect-stage.ts';
import type { StageContext } from './stage-context.ts';

/** A view that gives no end is not waited for: each has so long, and all together so long. */
const ONE_VIEW_MS = 10_000;
const ALL_VIEWS_MS = 30_000;

/** Asks the views one after the other, each in a task that can be killed, and adds what they answer to the changes. */
export async function withAnswers(
  context: Pick<StageContext, 'pool' | 'limits'>,
  copies: Pick<DatabaseCopies, 'before' | 'after'>,
  changes: ChangeFacts,
  questions: readonly ViewQuestion[],
): Promise<ChangeFacts> {
  const { meaning } = changes;
  if (meaning === undefined || questions.length === 0) return changes;
  const until = performance.now() + ALL_VIEWS_MS;
  const views: ViewMeaning[] = [...meaning.views];
  const unchecked: Unchecked[] = [...changes.unchecked];
  for (const question of questions) {
    const answer = await ask(context, copies, question, until);
    if (answer.meaning !== undefined) views.push(answer.meaning);
    if (answer.unasked !== undefined)
      unchecked.push({ check: 'view', table: question.view, missing: answer.unasked });
  }
  return { ...changes, unchecked, meaning: { ...meaning, views } };
}

async function ask(
  { pool, limits }: Pick<StageContext, 'pool' | 'limits'>,
  { before, after }: Pick<DatabaseCopies, 'before' | 'after'>,
  question: ViewQuestion,
  until: number,
): Promise<Answer> {
  const { view, cause, hints } = question;
  const known: Answer = cause === undefined ? {} : { meaning: { view, change: cause, hints } };
  const deadline = Math.min(performance.now() + ONE_VIEW_MS, until, limits.deadline);
  if (performance.now() >= deadline) return { ...known, unasked: 'there was no time left to read it' };
  const outcome = await pool.run('ask', { before, after, question }, { ...limits, deadline });
  if (outcome.ok) return outcome.result;
  return {
    ...known,
    unasked: outcome.kind === 'timeout' ? 'reading it takes too long' : 'reading it does not end well',
  };
}
