import { dirname } from 'node:path';
import type { CommandFacts, CommandOptions } from '../../facts/command.ts';
import type { DatabaseFacts, Incident } from '../../facts/database.ts';
import type { History } from '../../facts/history.ts';
import type { RehearsalFacts } from '../../facts/rehearsal.ts';
import { bookkeepingTables, recordedMigrations } from '../../plan/recorded.ts';
import type { WorkerPool } from '../worker-pool.ts';
import { notesReading, wasRead } from './access-time.ts';
import { environmentFor } from './environment.ts';
import { FileWatch, type Watched } from './file-watch.ts';
import type { Mutex } from './mutex.ts';
import { runShell, type ShellEnd, type ShellLimits } from './shell.ts';
import { hasMarks, snapshotMarks } from './snapshot-guard.ts';

/** A command, with what the run adds to the user's wish. */
export interface CommandOrder extends CommandOptions {
  /** Hears each line that it prints. */
  tell(line: string): void;
}

export interface CommandPlace {
  /** Absolute path of the user's file, and what it was when it was copied. */
  snapshot: string;
  sha256: string;
  /** The copy to migrate. */
  after: string;
  tracking: History;
}

export interface CommandLimits extends ShellLimits {
  /** Commands of several databases share a folder: they run one at a time. */
  mutex: Mutex;
}

/** The facts of a command that has not run. */
export function idleCommand(tracking: History): CommandFacts {
  return { recorded: [], bookkeeping: bookkeepingTables(tracking) };
}

/**
 * Rehearses by the project's own tool: it gets the copy's path and does what it likes, and what it did is seen from the
 * file. Fills in `facts`; what went wrong is an incident there.
 */
export async function rehearseByCommand(
  facts: DatabaseFacts,
  order: CommandOrder,
  place: CommandPlace,
  room: WorkerPool,
  limits: CommandLimits,
): Promise<void> {
  let ran: Ran;
  try {
    ran = await limits.mutex.take(() => run(order, place, limits));
  } catch (error) {
    // The code alone: the message names a folder of this machine.
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const kind = code === 'ENOSPC' ? 'disk-full' : 'error';
    facts.rehearsal.outcome = 'crashed';
    facts.incidents.push({ task: 'rehearse', kind, detail: `the command could not be run (${code})` });
    return;
  }
  const { end, ms, watched } = ran;
  facts.command = { ...idleCommand(place.tracking), ...seen(ran) };
  facts.timings.rehearsal = ms;
  facts.rehearsal = { ...facts.rehearsal, ...outcomeOf(end), commits: watched.commits };
  const incident = incidentOf(end, ms);
  if (incident !== undefined) facts.incidents.push(incident);
  if (end.by !== 'cancel' && end.by !== 'start') await settle(facts, facts.command, place, room, limits);
}

/** Looks at what is left, now that nobody works on it any more. */
async function settle(
  facts: DatabaseFacts,
  command: CommandFacts,
  { snapshot, sha256, after, tracking }: CommandPlace,
  room: WorkerPool,
  limits: CommandLimits,
): Promise<void> {
  const isLate = facts.rehearsal.outcome === 'timeout';
  const settled = await room.run('settle', { snapshot, sha256, after }, limits);
  if (!settled.ok) {
    if (isLate) return;
    facts.rehearsal.outcome = 'crashed';
    facts.incidents.push({ task: 'rehearse', kind: settled.kind, detail: settled.detail });
    return;
  }
  if (!settled.result.snapshotIsSame) command.snapshotTouched = true;
  const now = settled.result.tracking;
  if (now === undefined) {
    const failure = isLate ? {} : failed('what it left in the place of the copy is no database');
    facts.rehearsal = { ...facts.rehearsal, ...failure, unreadable: true };
    return;
  }
  command.recorded = recordedMigrations(tracking, now);
  command.bookkeeping = bookkeepingTables(tracking, now);
}

function seen({ end, ms, watched, isRead, marked }: Ran): Partial<CommandFacts> {
  const { changed, atLeast, longestWriteMs } = watched;
  return {
    ms,
    ...(end.by === 'itself' && { exitCode: end.exitCode }),
    ...(end.by === 'signal' && { signal: end.signal }),
    copy: changed ? 'changed' : isRead === undefined ? 'unchanged' : isRead ? 'read' : 'untouched',
    ...(atLeast && { commitsAtLeast: true }),
    ...(longestWriteMs !== undefined && { longestWriteMs }),
    ...(!marked && { snapshotTouched: true }),
  };
}

interface Ran {
  end: ShellEnd;
  ms: number;
  watched: Watched;
  /** `undefined` where the file system does not tell. */
  isRead: boolean | undefined;
  /** The snapshot has the marks that it had. */
  marked: boolean;
}

async function run(
  { line, folder, urlForm, passEnv, timeoutMs = Number.POSITIVE_INFINITY, tell }: CommandOrder,
  { snapshot, after }: CommandPlace,
  { deadline, signal }: ShellLimits,
): Promise<Ran> {
  const notes = notesReading(dirname(after));
  const marks = snapshotMarks(snapshot);
  const watch = new FileWatch(after);
  const env = environmentFor(process.env, passEnv, { path: after, urlForm });
  const started = performance.now();
  const ends = Math.min(deadline, started + timeoutMs);
  const end = await runShell({ line, folder, env, tell }, { deadline: ends, signal });
  const ms = performance.now() - started;
  // Before the watch reads the file for the last time.
  const isRead = notes ? wasRead(after) : undefined;
  return { end, ms, watched: await watch.end(), isRead, marked: hasMarks(snapshot, marks) };
}

function outcomeOf(end: ShellEnd): Pick<RehearsalFacts, 'outcome' | 'failure'> {
  switch (end.by) {
    case 'itself':
      return end.exitCode === 0 ? { outcome: 'done' } : failed(`it ended with ${exitText(end.exitCode)}`);
    case 'signal':
      return failed(`it was ended by ${end.signal}`);
    case 'deadline':
      return { outcome: 'timeout' };
    case 'cancel':
    case 'start':
      return { outcome: 'crashed' };
  }
}

function failed(message: string): Pick<RehearsalFacts, 'outcome' | 'failure'> {
  return { outcome: 'failed', failure: { file: '', code: '', message, during: 'command' } };
}

/** A shell reports a signal that ended its program so. */
function exitText(code: number): string {
  return code > 128 && code < 160 ? `exit code ${code}, as by signal ${code - 128}` : `exit code ${code}`;
}

function incidentOf(end: ShellEnd, ms: number): Incident | undefined {
  const task = 'rehearse';
  if (end.by === 'deadline') return { task, kind: 'timeout', detail: `killed after ${Math.round(ms)} ms` };
  if (end.by === 'cancel') return { task, kind: 'cancelled', detail: 'the run was cancelled' };
  if (end.by === 'start') return { task, kind: 'error', detail: `the shell did not start (${end.code})` };
  return undefined;
}
