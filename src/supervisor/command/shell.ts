import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

export interface ShellCommand {
  line: string;
  folder: string;
  env: NodeJS.ProcessEnv;
  /** What it reads from; nothing where absent. */
  input?: number;
  /** Hears each line that it prints, without control sequences. */
  tell(line: string): void;
}

export interface ShellLimits {
  /** `performance.now()` value at which everything is killed. */
  deadline: number;
  signal: AbortSignal;
}

export type ShellEnd =
  | { by: 'itself'; exitCode: number }
  | { by: 'signal'; signal: string }
  | { by: 'deadline' | 'cancel' }
  | { by: 'start'; code: string };

/** All output of ended processes is read within this time; only a process that left the group can hold the pipe longer. */
const GRACE_MS = 500;

/**
 * Becomes bash as GitHub's `shell: bash` starts it: with pipefail, else `migrate | tee log` never fails. What reads from
 * the pipe at 3 ends the group when this process is gone, killed too; it is nobody's child, because some programs wait
 * for all of theirs.
 */
const SHELL = `
( (read -r _; kill -9 -$$) <&3 3<&- >/dev/null 2>&1 & )
exec 3<&-
if command -v bash >/dev/null; then exec bash --noprofile --norc -eo pipefail -c "$1"; fi
exec /bin/sh -e -c "$1"`;

/**
 * Runs a command by the shell, in a process group of its own, and waits for its end. Then the whole group is killed, with
 * what was left in the background. A script stops at its first line that fails, as one of a workflow does.
 */
export async function runShell(command: ShellCommand, limits: ShellLimits): Promise<ShellEnd> {
  if (limits.signal.aborted) return { by: 'cancel' };
  if (limits.deadline <= performance.now()) return { by: 'deadline' };
  const { folder, env, line, input = 'ignore' } = command;
  const { promise, resolve } = Promise.withResolvers<ShellEnd>();
  const options: SpawnOptions = { cwd: folder, env, stdio: [input, 'pipe', 'pipe', 'pipe'] };
  const child =
    process.platform === 'win32'
      ? spawn(line, { ...options, shell: true, windowsHide: true })
      : spawn('/bin/sh', ['-c', SHELL, 'sh', line], { ...options, detached: true });
  const outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const told = outputs.map((stream) => tellLines(stream, command.tell));
  child.once('error', (error: NodeJS.ErrnoException) =>
    resolve({ by: 'start', code: error.code ?? 'unknown' }),
  );
  child.once('exit', (exitCode, signal) =>
    resolve(signal === null ? { by: 'itself', exitCode: exitCode ?? 0 } : { by: 'signal', signal }),
  );
  const cancelled = () => resolve({ by: 'cancel' });
  const timer = setTimeout(
    () => resolve({ by: 'deadline' }),
    Math.max(0, limits.deadline - performance.now()),
  );
  limits.signal.addEventListener('abort', cancelled);
  const end = await promise;
  clearTimeout(timer);
  limits.signal.removeEventListener('abort', cancelled);
  killGroup(child);
  await Promise.race([Promise.all(told), wait(GRACE_MS, undefined, { ref: false })]);
  // A process that left the group may hold the pipes for ever.
  for (const stream of child.stdio) stream?.destroy();
  return end;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is empty.
  }
}

/** A longer line is passed on in parts: what a program prints must not fill the memory. */
const LONGEST = 16_384;

/** Passes a stream on line by line, and resolves at its end. A carriage return alone, as of a progress bar, ends a line too. */
function tellLines(stream: Readable, tell: (line: string) => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let rest = '';
  const say = (line: string) => tell(stripVTControlCharacters(line));
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split(/\r*\n|\r+(?!\n)(?=.)/s);
    rest = lines.pop() ?? '';
    for (const line of lines) say(line);
    if (rest.length > LONGEST) {
      say(rest);
      rest = '';
    }
  });
  stream.once('error', () => {});
  stream.once('close', () => {
    if (rest !== '') say(rest.replace(/\r$/, ''));
    resolve();
  });
  return promise;
}
