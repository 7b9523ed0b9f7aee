import type { ChangeFacts } from '../../../../facts/changes.ts';
import { type DatabaseFacts, isHealthCheck } from '../../../../facts/database.ts';
import type { HealthFacts } from '../../../../facts/health.ts';
import type { DatabaseRecord, PreflightRecord } from '../../../../facts/record.ts';
import type { Declarations } from '../../../../facts/settings.ts';
import { counted, whole } from '../../../../text/numbers.ts';
import { shownDeclarations } from '../../../shared/declared-items.ts';
import { code, words } from '../../../shared/escape.ts';
import { resultIcons } from '../../../shared/icons.ts';
import {
  commandCommits,
  endOf,
  keptStatements,
  objectCounts,
  valuesOf,
  WAYS,
  wasMeasured,
} from '../../../shared/reading.ts';
import { resultsOf } from '../../../shared/results.ts';
import { duration, placeText, size, total } from '../../../shared/units.ts';
import { bullets, paragraphs, table } from '../parts.ts';

/** The first lines: the recommendation, what was rehearsed on what, what came of it, and the risk. */
export function decision(
  { facts, recommendation, risk, criteria }: DatabaseRecord,
  run: Pick<PreflightRecord, 'configFile' | 'declared'> = {},
): string {
  const lines = [databaseLine(facts), ...rehearsalLine(facts), ...settingsLines(run), ...resultLines(facts)];
  const met = criteria.filter((criterion) => criterion.met).length;
  if (criteria.length > 0) lines.push(`**Success criteria:** ${met} of ${criteria.length} met`);
  if (risk.level !== 'unknown') lines.push(`**Risk:** ${risk.level}`);
  return paragraphs(`**${words(recommendation)}**`, strip(facts), bullets(lines));
}

/** The questions that every reader asks, with their answers, side by side. */
function strip(facts: DatabaseFacts): string {
  const results = resultsOf(facts);
  if (results.length === 0) return '';
  return table(
    results.map(({ title }) => title),
    [results.map(({ state, text }) => `${resultIcons[state]} ${words(text)}`)],
  );
}

/** Which file the settings come from: another one than was meant would check less. And what makes this check look away. */
export function settingsLines({
  configFile,
  declared,
}: Pick<PreflightRecord, 'configFile' | 'declared'>): string[] {
  return [
    ...(configFile === undefined ? [] : [`**Config file:** ${code(configFile)}`]),
    ...(declared === undefined ? [] : [`**Declared:** ${declaredText(declared)}`]),
  ];
}

function declaredText(declared: Declarations): string {
  const { shown, others, unknown } = shownDeclarations(declared);
  const items = shown.map(({ text, source, mark }) => {
    const place = source.file === '' ? '' : ` (${code(placeText(source))})`;
    return `${code(text)}${place}${mark === '' ? '' : ` *${mark}*`}`;
  });
  const more = others === 0 ? [] : [`and ${whole(others)} more`];
  return [...items, ...more, ...(unknown === '' ? [] : [words(unknown)])].join('; ');
}

function databaseLine({ path, snapshot, before }: DatabaseFacts): string {
  const parts = [path === '' ? 'none given' : code(path)];
  if (snapshot !== undefined) parts.push(size(snapshot.databaseBytes));
  if (before !== undefined) {
    const rows = total(before.tables, (table) => table.rows);
    parts.push(counted(before.tables.length, 'table'), counted(rows, 'row'));
  }
  return `**Database:** ${parts.join(', ')}`;
}

const OUTCOMES = {
  done: 'ran to its end',
  failed: 'failed',
  refused: 'refused',
  timeout: 'did not end in time',
  crashed: 'was interrupted',
  'not-run': 'not run',
} as const;

function rehearsalLine(facts: DatabaseFacts): string[] {
  const { plan, command, rehearsal, timings } = facts;
  if (command !== undefined) {
    const run = total(command.recorded, ({ ids }) => ids.length);
    const recorded = run === 0 ? '' : `, ${counted(run, 'migration')} recorded`;
    return [`**Rehearsal:** the command ${endOf(facts)}; ${commandCommits(facts)}${recorded}`];
  }
  if (plan === undefined) return [];
  const { profile, pending } = plan;
  const { outcome, statements } = rehearsal;
  const how = `profile ${code(profile.name)}, foreign keys ${profile.foreignKeys ? 'on' : 'off'}`;
  const spent = timings.rehearsal === undefined ? '' : ` in ${duration(timings.rehearsal)}`;
  const what = `${counted(pending.length, 'migration')}, ${counted(statements.length, 'statement')}, ${how}`;
  return [`**Rehearsal:** ${what}: ${OUTCOMES[outcome]}${spent}${stop(rehearsal)}`];
}

/** Where it stopped, and what a database would be left with. */
function stop(rehearsal: DatabaseFacts['rehearsal']): string {
  const { outcome, failure, statements } = rehearsal;
  if (outcome !== 'failed' && outcome !== 'timeout' && outcome !== 'crashed') return '';
  const last = failure ?? statements.find(({ status }) => status === 'failed');
  const place = last === undefined || last.file === '' ? '' : ` at ${code(placeText(last))}`;
  return `${place}; ${counted(keptStatements(rehearsal).length, 'statement stays', 'statements stay')} applied`;
}

/** What happened to the data: the proof that the reader came for. */
function resultLines(facts: DatabaseFacts): string[] {
  const { changes, rehearsal, before, after } = facts;
  if (isHealthCheck(facts) && before !== undefined) {
    return [`**Health:** integrity ${before.integrity.result}, orphans ${orphans(before)}`];
  }
  if (changes === undefined || rehearsal.outcome !== 'done' || before === undefined || after === undefined)
    return [];
  const lines = [`**Data:** ${dataLine(facts, changes)}; orphans ${orphans(before)} → ${orphans(after)}`];
  const objects = objectCounts(changes.objects);
  return objects.length === 0 ? lines : [...lines, `**Schema:** ${objects.join(', ')}`];
}

/** What differs, in numbers, and what does not, in words. */
function dataLine(facts: DatabaseFacts, { tables, unchecked }: ChangeFacts): string {
  const rows = parted('row', [
    ['added', total(tables, ({ added }) => added)],
    ['removed', total(tables, ({ removed }) => removed)],
  ]);
  const cells = parted(
    'value',
    WAYS.map((way) => [way, valuesOf(facts, way)]),
  );
  const unread = unchecked.length === 0 ? '' : ' (not everything could be compared)';
  return `${rows}; ${cells}${unread}`;
}

/** `20 values filled, none changed, nulled or retyped`. */
function parted(what: string, ways: readonly (readonly [string, number])[]): string {
  const some = ways.filter(([, count]) => count > 0);
  const none = ways.filter(([, count]) => count === 0).map(([way]) => way);
  const [first, ...others] = some.map(([way, count]) => [counted(count, what), whole(count), way] as const);
  const last = none.at(-1);
  const rest = none.length < 2 ? (last ?? '') : `${none.slice(0, -1).join(', ')} or ${last}`;
  if (first === undefined) return `no ${what} ${rest}`;
  const parts = [`${first[0]} ${first[2]}`, ...others.map(([, count, way]) => `${count} ${way}`)];
  return [...parts, ...(rest === '' ? [] : [`none ${rest}`])].join(', ');
}

function orphans(side: HealthFacts): string {
  const found = whole(total(side.orphans, ({ rows }) => rows));
  return wasMeasured(side, 'orphans') ? found : `${found} (not every table could be checked)`;
}
