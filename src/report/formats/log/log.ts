import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Finding } from '../../../facts/finding.ts';
import type { HealthFacts } from '../../../facts/health.ts';
import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import type { RehearsalFacts, StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import type { Declarations } from '../../../facts/settings.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { visible } from '../../../text/visible.ts';
import { shownDeclarations } from '../../shared/declared-items.ts';
import { groupFindings, inDatabases, verdictCounts, worstDatabases } from '../../shared/groups.ts';
import { icons, severityIcons } from '../../shared/icons.ts';
import {
  columnBefore,
  commandCommits,
  endOf,
  formerTable,
  objectCounts,
  phaseName,
  wasMeasured,
} from '../../shared/reading.ts';
import { sampleText } from '../../shared/sample-lines.ts';
import { duration, placeText, total } from '../../shared/units.ts';

/** A part of the log that can be folded. Lines are plain text without control characters. */
export interface LogGroup {
  title: string;
  lines: string[];
}

/** Of more databases than this only the worst have groups of their own. */
const MOST_DATABASES = 20;

/**
 * The log: for each database a group per phase with a line per statement, its health, the required columns and what
 * changed; then a last group with the verdict and the findings. Empty groups are left out.
 */
export function renderLog(record: PreflightRecord): LogGroup[] {
  const several = record.databases.length > 1;
  const shown = record.databases.length > MOST_DATABASES ? worstDatabases(record).shown : record.databases;
  const groups = shown.flatMap((database) =>
    databaseGroups(database).map(({ title, lines }) => ({
      title: several ? `${database.facts.path}: ${title}` : title,
      lines,
    })),
  );
  return [...groups, conclusion(record)]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({ title: visible(title), lines: lines.map(visible) }));
}

function databaseGroups({ facts }: DatabaseRecord): LogGroup[] {
  return [
    ...(facts.command === undefined ? phaseGroups(facts.rehearsal) : [commandGroup(facts)]),
    { title: 'Health', lines: healthLines(facts) },
    { title: 'Verification', lines: requiredLines(facts) },
    { title: 'Changes', lines: changeLines(facts) },
  ];
}

function phaseGroups({ statements, failure, outcome }: RehearsalFacts): LogGroup[] {
  const failed = failure?.statement === undefined ? undefined : statements[failure.statement];
  const groups = Map.groupBy(statements, phaseName);
  const lines = [...groups].map(([title, own]) => ({
    title,
    lines: own.map((statement) =>
      statementLine(statement, statement === failed ? failure?.message : undefined),
    ),
  }));
  // The profile's own BEGIN, COMMIT or PRAGMA is no statement of the plan.
  if (failure !== undefined && failed === undefined) {
    const place = failure.file === '' ? '' : ` (${placeText(failure)})`;
    lines.push({ title: 'Failure', lines: [`✗ ${failure.during}${place}: ${failure.message}`] });
  }
  return outcome === 'not-run' ? [] : lines;
}

/** What it printed stands in the log above, and nowhere else. */
function commandGroup(facts: DatabaseFacts): LogGroup {
  const { command, rehearsal } = facts;
  if (command === undefined || rehearsal.outcome === 'not-run') return { title: 'Command', lines: [] };
  const recorded = command.recorded.map(({ tool, ids }) => `${tool}: ${ids.join(', ')}`);
  const mark = rehearsal.outcome === 'done' ? '✓' : '✗';
  return {
    title: 'Command',
    lines: [`${mark} ${endOf(facts)}, ${commandCommits(facts)}`, ...recorded],
  };
}

function statementLine(
  { status, title, ms, rows, line, rolledBack }: StatementFacts,
  failure: string | undefined,
): string {
  if (status === 'not-run') return `- ${title}: not run`;
  if (status === 'failed') return `✗ ${title} (line ${line}): ${failure ?? 'did not end'}`;
  const measured = [
    ...(ms === undefined ? [] : [duration(ms)]),
    ...(rows === undefined ? [] : [counted(rows, 'row')]),
  ];
  return `✓ ${title}${measured.length === 0 ? '' : `  (${measured.join(', ')})`}${rolledBack ? ', rolled back' : ''}`;
}

function healthLines({ before, after }: DatabaseFacts): string[] {
  const now = after ?? before;
  if (now === undefined) return [];
  const earlier = after === undefined ? undefined : before;
  const orphans = (side: HealthFacts) => total(side.orphans, ({ rows }) => rows);
  const found = orphans(now);
  const complete = wasMeasured(now, 'orphans');
  const line = (met: boolean, text: string, formerly: string | undefined) =>
    `${met ? '✓' : '✗'} ${text}${formerly === undefined ? '' : ` (before: ${formerly})`}`;
  return [
    line(now.integrity.result === 'ok', `integrity: ${now.integrity.result}`, earlier?.integrity.result),
    line(
      found === 0 && complete,
      `rows without a parent: ${whole(found)}${complete ? '' : ', not every table could be checked'}`,
      earlier && whole(orphans(earlier)),
    ),
    ...now.unchecked.map(({ check, table, missing }) =>
      line(false, `${check}${table === undefined ? '' : ` of ${table}`} not checked: ${missing}`, undefined),
    ),
  ];
}

function requiredLines(facts: DatabaseFacts): string[] {
  const { before, after } = facts;
  const earlier = after === undefined ? [] : (before?.required ?? []);
  return ((after ?? before)?.required ?? []).map(({ table, column, nulls }) => {
    const formerly = earlier.find(
      (entry) =>
        entry.table === formerTable(facts, table) && entry.column === columnBefore(facts, table, column),
    );
    const was = formerly === undefined ? '' : ` (before: ${whole(formerly.nulls)})`;
    return `${nulls === 0 ? '✓' : '✗'} ${table}.${column}: ${whole(nulls)} NULLs${was}`;
  });
}

function changeLines({ changes }: DatabaseFacts): string[] {
  if (changes === undefined) return [];
  const rows = changes.tables
    .filter(({ added, removed, changed }) => added + removed + changed > 0)
    .map(
      ({ table, before, after, added, removed, changed }) =>
        `${table}: ${whole(added)} added, ${whole(removed)} removed, ${whole(changed)} changed (${whole(before)} → ${counted(after, 'row')})`,
    );
  return [...rows, ...objectCounts(changes.objects)];
}

function conclusion({ verdict, databases, findings, declared }: PreflightRecord): LogGroup {
  const several = databases.length > 1;
  const count = several ? `, ${counted(databases.length, 'database')}: ${verdictCounts(databases)}` : '';
  return {
    title: 'Verdict',
    lines: [
      `${icons[verdict]} ${verdict.toUpperCase()}${count}`,
      ...(declared === undefined ? [] : declaredLines(declared)),
      ...groupFindings(findings).flatMap(({ finding, databases: own }) =>
        findingLines(finding, several ? own : []),
      ),
    ],
  };
}

/** What makes this check look away, by the word of the config or of a comment in SQL. */
function declaredLines(declared: Declarations): string[] {
  const { shown, others, unknown } = shownDeclarations(declared);
  return [
    ...shown.map(({ text, source, mark }) => {
      const place = source.file === '' ? '' : ` (${placeText(source)})`;
      return `Declared: ${text}${place}${mark === '' ? '' : `, ${mark}`}`;
    }),
    ...(others === 0 ? [] : [`Declared: ${whole(others)} more`]),
    ...(unknown === '' ? [] : [`Declared: ${unknown}`]),
  ];
}

function findingLines(finding: Finding, databases: readonly string[]): string[] {
  const { severity, rule, message, remedy, location, samples = [], allowed } = finding;
  const where = location === undefined ? '' : ` (${placeText(location)})`;
  const reason = allowed === undefined ? '' : ` Allowed: ${allowed}`;
  const line = `${severityIcons[severity]} ${rule}${where}: ${message}${reason}`;
  const found = databases.length === 0 ? [] : [`   ${inDatabases(databases)}`];
  const rows = samples.map((row) => `   · ${sampleText(row)}`);
  return [line, ...found, ...(severity === 'notice' ? [] : [`   → ${remedy}`]), ...rows];
}
