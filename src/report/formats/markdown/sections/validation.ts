import type { DatabaseFacts } from '../../../../facts/database.ts';
import type { RehearsalFacts } from '../../../../facts/rehearsal/rehearsal.ts';
import { counted } from '../../../../text/numbers.ts';
import { code, words } from '../../../shared/escape.ts';
import { keptStatements } from '../../../shared/reading.ts';
import { scenarioLines } from '../../../shared/scenario-lines.ts';
import { placeText } from '../../../shared/units.ts';
import { bullets, nested, type Section } from '../parts.ts';
import { commandValidation } from './command-run.ts';

const SCOPES = {
  none: 'the profile opens no transaction: each statement commits by itself unless the file says BEGIN',
  file: 'the profile opens one transaction for each file',
  all: 'the profile opens one transaction for all files together',
};

/** How the script behaved: as rehearsed, an error and all; and what this run did not rehearse. */
export function validation(facts: DatabaseFacts): Section | undefined {
  const { plan, rehearsal, incidents, command } = facts;
  if (command !== undefined && rehearsal.outcome !== 'not-run') return commandValidation(facts, command);
  if (plan === undefined || rehearsal.outcome === 'not-run') return undefined;
  const { statements, commits, leftOpen } = rehearsal;
  const undone = statements.filter(({ rolledBack }) => rolledBack).length;
  const missing = statements.filter(({ status }) => status === 'not-run').length;
  const scope = SCOPES[plan.profile.transaction];
  const lines = [
    `Commits with a change: ${commits} (${scope}).`,
    ...(leftOpen ? ['A transaction was still open at the end.'] : []),
    ...behaviour(rehearsal),
    `Statements rolled back: ${undone}. Statements not run: ${missing}.`,
    ...incidents.map(({ task, kind, detail }) => `${task}: ${kind}, ${words(detail)}`),
    ...beyond(facts),
  ];
  return { title: 'Script validation', body: bullets(lines) };
}

/** What else was rehearsed; every stop of the crash by itself. */
function beyond({ scenarios }: DatabaseFacts): string[] {
  if (scenarios === undefined) return ['A second run, the rollback and a crash: not rehearsed.'];
  const { profiles, rerun, rollback, crash } = scenarioLines(scenarios);
  const points = scenarios.crash?.points ?? [];
  const stops = points.map(
    ({ title, outcome, stop, ...place }) =>
      `${words(title)} (${code(placeText(place))}): ${outcome}${stop === undefined ? '' : `, ${words(stop.message)}`}`,
  );
  const crashed = `A crash in the middle, and a run after it: ${words(crash)}`;
  return [
    `Other ways in which production may execute: ${words(profiles)}.`,
    `A second run: ${words(rerun)}.`,
    `Rollback: ${words(rollback)}.`,
    stops.length === 0 ? `${crashed}.` : nested(`${crashed}. Stopped after:`, stops),
  ];
}

const DURING = {
  statement: '',
  begin: ", on the profile's BEGIN",
  commit: ", on the profile's COMMIT",
  pragma: ", on the profile's PRAGMA",
  record: ", on the tool's own record",
  refusal: 'the tool refuses',
  opening: ', when the database is opened again',
  command: '',
};

/** What happened on an error, and what it leaves behind. */
function behaviour(rehearsal: RehearsalFacts): string[] {
  const { failure, outcome, statements } = rehearsal;
  if (failure !== undefined) {
    const place = failure.file === '' ? '' : `, ${code(placeText(failure))}`;
    const during = DURING[failure.during];
    const about = failure.code === '' ? `${during}${place}` : `${code(failure.code)}${place}${during}`;
    return [`Error: ${words(failure.message)} (${about}).`, kept(rehearsal)];
  }
  if (outcome === 'done') return ['No statement failed.'];
  const running = statements.find(({ status }) => status === 'failed');
  const where = running === undefined ? '' : ` in ${words(running.title)} (${code(placeText(running))})`;
  const how = outcome === 'timeout' ? 'Stopped at the deadline' : `The rehearsal ended as ${outcome}`;
  return [`${how}${where}.`, kept(rehearsal)];
}

/** The report's statement log has them all. */
const MOST = 40;

function kept(rehearsal: RehearsalFacts): string {
  const stays = keptStatements(rehearsal);
  if (stays.length === 0) return 'After that nothing stays applied.';
  const names = stays
    .slice(0, MOST)
    .map((statement) => `${words(statement.title)} (${code(placeText(statement))})`);
  const rest = stays.length > MOST ? [`and ${stays.length - MOST} more`] : [];
  const title = counted(stays.length, 'statement stays', 'statements stay');
  return nested(`After that ${title} applied:`, [...names, ...rest]);
}
