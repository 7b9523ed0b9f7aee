import { dirname } from 'node:path';
import type { FinalizeRequest, FinalizeResult } from '../../engine/snapshot/finalize.ts';
import type { Incident } from '../../facts/database.ts';
import type { History } from '../../facts/history.ts';
import type { CommandFacts, CommandOptions } from '../../facts/rehearsal/command.ts';
import type { RehearsalFacts } from '../../facts/rehearsal/rehearsal.ts';
import type { SnapshotFacts } from '../../facts/snapshot.ts';
import { bookkeepingTables, quietFlag, recordedMigrations } from '../../plan/recorded.ts';
import { type FactsPart, notRehearsed } from '../facts-part.ts';
import { systemIncident } from '../system-incident.ts';
import type { WorkerPool } from '../worker-pool.ts';
import { notesReading, wasRead } from './access-time.ts';
import { DatabasesBeside } from './databases-beside.ts';
import { environmentFor } from './environment.ts';
import { FileWatch, type Watched } from './file-watch.ts';
import type { Mutex } from './mutex.ts';
import { runShell, type ShellEnd, type ShellLimits, type ShellResult } from './shell.ts';
import { hasMarks, snapshotMarks } from './snapshot-guard.ts';
import { StandardInput } from './standard-input.ts';

/** A command, with what the run adds to the user's options. */
export interface CommandOrder extends CommandOptions {
  /** Hears each line that it prints. */
  tell(line: string): void;
}

/** What the command works on. */
export interface CommandPlace {
  /** Absolute path of the user's file, and what the file was when it was copied. */
  path: string;
  snapshot: Pick<SnapshotFacts, 'sha256'>;
  /** The copy to migrate, and what its tables say of applied migrations. */
  after: string;
  history: History;
  sqlite: string;
}

export interface CommandLimits extends ShellLimits {
  /** Commands of several databases share a folder: they run one at a time. */
  mutex: Mutex;
}

export type CommandPart = FactsPart<{ command: CommandFacts; rehearsal: RehearsalFacts }>;

/** The facts of a command that has not run. */
export function idleCommand(history: History): CommandFacts {
  const quietly = quietFlag(history);
  return {
    recorded: [],
    bookkeeping: bookkeepingTables(history),
    ...(quietly !== undefined && { quietly }),
    ...(keepsAccount(history) && { keepsAccount: true }),
  };
}

/**
 * Rehearses by the project's own tool, which gets the copy's path and does what it likes. What it did is seen from the
 * file.
 */
export async function rehearseByCommand(
  { pool, limits }: { pool: WorkerPool; limits: CommandLimits },
  order: CommandOrder,
  place: CommandPlace,
): Promise<CommandPart> {
  const idle = { command: idleCommand(place.history), rehearsal: notRehearsed(place.sqlite) };
  let ran: Ran;
  try {
    ran = await limits.mutex.take(() => run(order, place, limits));
  } catch (error) {
    return {
      facts: { ...idle, rehearsal: { ...idle.rehearsal, outcome: 'crashed' } },
      incidents: [systemIncident(error, 'the command could not be run')],
    };
  }
  const { end, ms, watched } = ran;
  const facts = {
    command: { ...idle.command, ...seen(ran) },
    rehearsal: { ...idle.rehearsal, ...outcomeOf(end), commits: watched.commits, peak: watched.peak },
  };
  const incidents = incidentsOf(end, ms);
  const timings = { rehearsal: ms };
  if (end.by === 'cancel' || end.by === 'start') return { facts, incidents, timings };
  const finalized = await pool.run('finalize', requestFor(place), limits);
  if (finalized.ok) return { facts: withRemains(facts, place.history, finalized.result), incidents, timings };
  // One that was killed at the deadline has its incident already.
  if (end.by === 'deadline') return { facts, incidents, timings };
  const { kind, detail } = finalized;
  return {
    facts: { ...facts, rehearsal: { ...facts.rehearsal, outcome: 'crashed' } },
    incidents: [...incidents, { task: 'rehearse', kind, detail }],
    timings,
  };
}

function requestFor({ path, snapshot: { sha256 }, after }: CommandPlace): FinalizeRequest {
  return { snapshot: path, sha256, after };
}

/** Adds what the command left behind, seen when nobody worked on it any more. */
function withRemains(
  { command, rehearsal }: CommandPart['facts'],
  before: History,
  { snapshotIsSame, history: after }: FinalizeResult,
): CommandPart['facts'] {
  const touched = snapshotIsSame ? {} : { snapshotTouched: true as const };
  if (after === undefined) {
    const isLate = rehearsal.outcome === 'timeout';
    const failure = isLate ? {} : failed('what it left in the place of the copy is no database');
    return {
      command: { ...command, ...touched },
      // Its counter is read from what is no database.
      rehearsal: { ...rehearsal, ...failure, commits: 0, commitsUnknown: true, unreadable: true },
    };
  }
  const recorded = recordedMigrations(before, after);
  const bookkeeping = bookkeepingTables(before, after);
  return { command: { ...command, ...touched, recorded, bookkeeping }, rehearsal };
}

/** A tool's table, one that may be a runner's own, or a version in the header. */
function keepsAccount(history: History): boolean {
  return bookkeepingTables(history).length + history.others.length > 0 || history.userVersion !== 0;
}

function seen({ end, leftovers, ms, watched, isRead, asked, beside, marked }: Ran): Partial<CommandFacts> {
  const { changed, atLeast, longestWriteMs } = watched;
  return {
    ms,
    ...(end.by === 'itself' && { exitCode: end.exitCode }),
    ...(end.by === 'signal' && { signal: end.signal }),
    copy: changed ? 'changed' : isRead === undefined ? 'unchanged' : isRead ? 'read' : 'untouched',
    ...(atLeast && { commitsAtLeast: true }),
    ...(longestWriteMs !== undefined && { longestWriteMs }),
    ...(asked && { asked: true }),
    ...(beside.length > 0 && { wroteBeside: beside }),
    ...(!marked && { snapshotTouched: true }),
    ...((leftovers.ended > 0 || leftovers.remains) && { leftRunning: leftovers }),
  };
}

interface Ran extends ShellResult {
  ms: number;
  watched: Watched;
  /** Whether the copy was read; `undefined` where the file system does not tell. */
  isRead: boolean | undefined;
  /** It read its standard input. */
  asked: boolean;
  /** Databases that it wrote in its folder. */
  beside: string[];
  /** Whether the snapshot still has the marks that it had. */
  marked: boolean;
}

async function run(
  { line, folder, urlForm, passEnv, timeoutMs = Number.POSITIVE_INFINITY, tell }: CommandOrder,
  { path: snapshot, after }: CommandPlace,
  { deadline, signal }: ShellLimits,
): Promise<Ran> {
  const scratch = dirname(after);
  const notes = notesReading(scratch);
  const input = new StandardInput(scratch);
  const databases = new DatabasesBeside(folder, [snapshot, dirname(scratch)]);
  const marks = snapshotMarks(snapshot);
  const watch = new FileWatch(after);
  const env = environmentFor(process.env, passEnv, { path: after, urlForm });
  const started = performance.now();
  const ends = Math.min(deadline, started + timeoutMs);
  const command = { line, folder, env, tell, input: input.descriptor };
  const shell = await runShell(command, { deadline: ends, signal });
  const ms = performance.now() - started;
  // Before the watch reads the file for the last time.
  const isRead = notes ? wasRead(after) : undefined;
  return {
    ...{ ...shell, ms, isRead },
    watched: await watch.end(),
    asked: input.end() && notes,
    beside: databases.written(),
    marked: hasMarks(snapshot, marks),
  };
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

/** An exit code above 128 is how a shell reports that a signal ended its program. */
function exitText(code: number): string {
  return code > 128 && code < 160 ? `exit code ${code}, as by signal ${code - 128}` : `exit code ${code}`;
}

function incidentsOf(end: ShellEnd, ms: number): Incident[] {
  const task = 'rehearse';
  if (end.by === 'deadline') return [{ task, kind: 'timeout', detail: `killed after ${Math.round(ms)} ms` }];
  if (end.by === 'cancel') return [{ task, kind: 'cancelled', detail: 'the run was cancelled' }];
  if (end.by === 'start') return [{ task, kind: 'error', detail: `the shell did not start (${end.code})` }];
  return [];
}
