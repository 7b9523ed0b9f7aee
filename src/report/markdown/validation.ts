import type { DatabaseFacts } from '../../facts/database.ts';
import type { RehearsalFacts } from '../../facts/rehearsal.ts';
import { counted } from '../../text/numbers.ts';
import { code, words } from '../escape.ts';
import { placeText } from '../numbers.ts';
import { keptSteps } from '../reading.ts';
import { bullets, nested, type Section } from './parts.ts';

/** How the script behaved: as rehearsed, an error and all; and what this run did not rehearse. */
export function validation({ plan, rehearsal, incidents }: DatabaseFacts): Section | undefined {
  if (plan === undefined || rehearsal.outcome === 'not-run') return undefined;
  const { steps, commits, leftOpen } = rehearsal;
  const undone = steps.filter(({ rolledBack }) => rolledBack).length;
  const missing = steps.filter(({ status }) => status === 'not-run').length;
  const scope =
    plan.profile.transaction === 'file'
      ? 'the profile opens one transaction for each file'
      : 'the profile opens no transaction: each statement commits by itself unless the file says BEGIN';
  const lines = [
    `Commits with a change: ${commits} (${scope}).`,
    ...(leftOpen ? ['A transaction was still open at the end.'] : []),
    ...behaviour(rehearsal),
    `Statements rolled back: ${undone}. Statements not run: ${missing}.`,
    ...incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${words(detail)}`),
    'A second run: not rehearsed.',
    'An interruption (crash) in the middle: not rehearsed.',
  ];
  return { title: 'Script validation', body: bullets(lines) };
}

/** What happened on an error, and what it leaves behind. */
function behaviour(rehearsal: RehearsalFacts): string[] {
  const { failure, outcome, steps } = rehearsal;
  if (failure !== undefined) {
    const place = failure.file === '' ? '' : `, ${code(placeText(failure))}`;
    const during = failure.during === 'statement' ? '' : `, on the profile's ${failure.during.toUpperCase()}`;
    return [`Error: ${words(failure.message)} (${code(failure.code)}${place}${during}).`, kept(rehearsal)];
  }
  if (outcome === 'done') return ['No statement failed.'];
  const running = steps.find(({ status }) => status === 'failed');
  const where = running === undefined ? '' : ` in ${words(running.title)} (${code(placeText(running))})`;
  const how = outcome === 'timeout' ? 'Stopped at the deadline' : `The rehearsal ended as ${outcome}`;
  return [`${how}${where}.`, kept(rehearsal)];
}

/** The report's statement log has them all. */
const MOST = 40;

function kept(rehearsal: RehearsalFacts): string {
  const stays = keptSteps(rehearsal);
  if (stays.length === 0) return 'After that nothing stays applied.';
  const names = stays.slice(0, MOST).map((step) => `${words(step.title)} (${code(placeText(step))})`);
  const rest = stays.length > MOST ? [`and ${stays.length - MOST} more`] : [];
  const title = counted(stays.length, 'statement stays', 'statements stay');
  return nested(`After that ${title} applied:`, [...names, ...rest]);
}
