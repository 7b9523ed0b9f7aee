import { copyFileSync } from 'node:fs';
import type { Plan } from '../../facts/plan.ts';
import type { DriverName, QuotedFill, QuotedText, RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { Samples } from '../../facts/samples.ts';
import { markRolledBack } from '../../plan/statement-facts.ts';
import { textInDoubleQuotes } from '../../sql/quoted-text.ts';
import { Connection, sqliteVersion, withConnection } from '../sqlite/connection.ts';
import { MachineFault, machineFault, sqliteFailure } from '../sqlite/errors.ts';
import { publicMessage } from '../sqlite/message.ts';
import { removeDatabase } from '../sqlite/side-files.ts';
import { PlanRun } from './execute.ts';
import type { RehearsalProgress } from './progress.ts';
import { quotedFills } from './quoted-fills.ts';
import { violationOf } from './violation/violation.ts';
import { PeakWatch, removeKeptJournal } from './watch/peak.ts';
import { PlanWatch } from './watch/plan-watch.ts';

export interface RehearseRequest {
  /** The copy that is migrated. */
  database: string;
  plan: Plan;
  samples: Samples;
  /** A copy of the same state, to start again from where another driver is needed. */
  fresh?: string;
  /** The driver to begin with. */
  driver?: DriverName;
}

/**
 * Executes the plan on the copy, on one connection, and stops at the first error. A transaction that is open at the end
 * is lost, as it is when production's connection closes. The times are lower bounds: nothing is synced. `tell` is called
 * before and after each statement. A statement may fail only because of our driver, where production's engine takes text
 * in double quotes or has no defensive mode. Then the plan runs once more from the start, with a driver like production's.
 * Yields between two statements: whoever runs it lets the process breathe there.
 */
export function* rehearse(
  request: RehearseRequest,
  tell: (progress: RehearsalProgress) => void,
): Generator<void, RehearsalFacts> {
  const { database, plan, fresh, driver } = request;
  const { profile } = plan;
  const usual = profile.limits === undefined ? 'better-sqlite3' : 'limited';
  if (fresh === undefined || driver !== undefined) return yield* runPlan(request, driver ?? usual, tell);
  function* anew(next: DriverName, source: string): Generator<void, RehearsalFacts> {
    removeDatabase(database);
    copyFileSync(source, database);
    return { ...(yield* runPlan(request, next, tell)), driver: next };
  }
  const readable: DriverName = isReadable(database) ? usual : 'undefended';
  const ran = yield* runPlan(request, readable, tell);
  const first: RehearsalFacts = readable === 'better-sqlite3' ? ran : { ...ran, driver: readable };
  const isDefensive = profile.defensive || readable === 'undefended';
  const facts = !isDefensive && isDefended(first) ? yield* anew('undefended', fresh) : first;
  const quoted = profile.doubleQuotedText ? quotedText(facts) : undefined;
  return quoted === undefined ? facts : { ...(yield* anew('node:sqlite', fresh)), doubleQuotedText: quoted };
}

/** With its defences up, SQLite does not read a schema with a trigger on a table that has the name of a shadow table. */
function isReadable(database: string): boolean {
  try {
    withConnection(database, 'write', (connection) =>
      connection.number('SELECT count(*) FROM sqlite_schema'),
    );
    return true;
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined) throw error;
    return !failure.message.endsWith('cannot create triggers on shadow tables');
  }
}

const DEFENCES: readonly RegExp[] = [
  /^table .* may not be (modified|dropped|altered)$/s,
  /^cannot create triggers on shadow tables$/,
  /^object name reserved for internal use: (?!sqlite_)/i,
];

/** Whether the statement failed in a way in which SQLite's defensive mode makes it fail. */
function isDefended({ failure }: RehearsalFacts): boolean {
  return failure?.code === 'SQLITE_ERROR' && DEFENCES.some((shape) => shape.test(failure.message));
}

/** The statement that failed only because it has text in double quotes. */
function quotedText({ failure }: RehearsalFacts): QuotedText | undefined {
  const { statement, file, line, code, message } = failure ?? {};
  // A RAISE() text can say anything.
  const text = code === 'SQLITE_ERROR' && message !== undefined ? textInDoubleQuotes(message) : undefined;
  if (text === undefined || statement === undefined || file === undefined || line === undefined)
    return undefined;
  return { statement, file, line, text };
}

function* runPlan(
  request: RehearseRequest,
  driver: DriverName,
  tell: (progress: RehearsalProgress) => void,
): Generator<void, RehearsalFacts> {
  const connection = Connection.open(request.database, 'write', driver);
  let facts: RehearsalFacts;
  try {
    facts = yield* executed(connection, request, driver, tell);
  } finally {
    connection.close();
    removeKeptJournal(request.database);
  }
  return { ...facts, ...opened(request.database, facts, request.samples) };
}

function* executed(
  connection: Connection,
  { plan, samples, fresh, database }: RehearseRequest,
  driver: DriverName,
  tell: (progress: RehearsalProgress) => void,
): Generator<void, RehearsalFacts> {
  const peak = new PeakWatch(database, connection);
  const watch = new PlanWatch(connection, plan);
  const hear = (progress: RehearsalProgress) => {
    tell(progress);
    watch.hear(progress);
    if ('facts' in progress) peak.look(progress.facts.ms ?? 0);
  };
  const run = new PlanRun(connection, plan, { tell: hear, samples });
  const sql = plan.steps.flatMap((step) => (step.do === 'exec' ? [step.sql] : []));
  const fills: QuotedFill[] = [];
  for (const at of run.eachStatement()) {
    const facts = run.statements[at];
    if (driver === 'node:sqlite' && facts) fills.push(...quotedFills(connection, sql[at] ?? '', at, facts));
    yield;
  }
  const { failure } = run;
  const { stopped } = run;
  const violation =
    failure === undefined || stopped === undefined || fresh === undefined
      ? undefined
      : violationOf(connection, { ...stopped, before: fresh, samples });
  const leftOpen = failure === undefined && connection.inTransaction;
  markRolledBack(run.statements, run.transactions.openSince);
  const stayed = (statement: number) => stays(run, statement);
  return {
    outcome: failure === undefined ? 'done' : ranNothing(run) ? 'refused' : 'failed',
    commits: run.transactions.commits,
    leftOpen,
    sqlite: isNodes(driver) ? (process.versions.sqlite ?? '') : sqliteVersion(),
    statements: run.statements,
    ...(failure !== undefined && { failure: { ...failure, ...(violation && { violation }) } }),
    ...watch.found(stayed),
    ...(fills.length > 0 && { quotedFills: fills }),
    peak: peak.end(),
    ...(run.boundaries.length > 0 && { boundaries: run.boundaries }),
  };
}

function stays({ statements }: PlanRun, at: number): boolean {
  const { status, rolledBack } = statements[at] ?? {};
  return status === 'done' && rolledBack !== true;
}

/** Opens what is left, as production does at its next start: a migration can write a schema that SQLite cannot read. */
function opened(
  database: string,
  { failure }: RehearsalFacts,
  samples: Samples,
): Pick<RehearsalFacts, 'outcome' | 'failure' | 'unreadable'> | undefined {
  try {
    withConnection(database, 'read', (connection) => connection.number('SELECT count(*) FROM sqlite_schema'));
    return undefined;
  } catch (error) {
    const refused = sqliteFailure(error);
    if (refused === undefined) throw error;
    const fault = machineFault(refused.code);
    if (fault !== undefined) throw new MachineFault(fault, refused.code);
    const message = publicMessage(refused, { samples });
    const opening = { file: '', code: refused.code, message, during: 'opening' as const };
    return { outcome: 'failed', failure: failure ?? opening, unreadable: true };
  }
}

function isNodes(driver: DriverName): boolean {
  return driver === 'node:sqlite' || driver === 'limited';
}

/** The tool stopped before it had run any statement. */
function ranNothing({ failure, statements }: PlanRun): boolean {
  return failure?.during === 'refusal' && statements.every(({ status }) => status === 'not-run');
}
