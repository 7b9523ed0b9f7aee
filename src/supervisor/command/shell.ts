import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Descent, type Leftovers, MARK_VARIABLE } from './leftovers.ts';
import { Output } from './output.ts';

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

export interface ShellResult {
  end: ShellEnd;
  leftovers: Leftovers;
}

const NOTHING_LEFT: Leftovers = { ended: 0, remains: false };

/** All output of ended processes is read within this time; only a process that left the group can hold the pipe longer. */
const GRACE_MS = 500;

/**
 * Becomes bash as GitHub's `shell: bash` starts it: with pipefail, else `migrate | tee log` never fails. What reads from
 * the pipe at 3 ends the group when this process is gone, killed too, and before it those that left the group; it is
 * nobody's child, because some programs wait for all of theirs. $2 is the mark that all others bear, $3 their cgroup.
 */
const SHELL = `
if [ -n "$3" ]; then { echo $$ >"$3/cgroup.procs"; } 2>/dev/null; fi
(
  (
    read -r _
    if [ -n "$3" ]; then echo 1 >"$3/cgroup.kill"; fi
    for one in $(grep -lzsxF "${MARK_VARIABLE}=$2" /proc/[0-9]*/environ); do
      one="\${one%/environ}"
      kill -9 "\${one#/proc/}"
    done
    kill -9 -$$
  ) <&3 3<&- >/dev/null 2>&1 &
)
exec 3<&-
export ${MARK_VARIABLE}="$2"
if command -v bash >/dev/null; then exec bash --noprofile --norc -eo pipefail -c "$1"; fi
exec /bin/sh -e -c "$1"`;

/**
 * Runs a command by the shell, in a process group of its own, and waits for its end. Then the whole group is killed, with
 * what was left in the background. A script stops at its first line that fails, as one of a workflow does.
 */
export async function runShell(command: ShellCommand, limits: ShellLimits): Promise<ShellResult> {
  if (limits.signal.aborted) return { end: { by: 'cancel' }, leftovers: NOTHING_LEFT };
  if (limits.deadline <= performance.now()) return { end: { by: 'deadline' }, leftovers: NOTHING_LEFT };
  const descent = new Descent();
  const child = start(command, descent);
  const outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
  const output = new Output(command.tell);
  const told = Promise.all(outputs.map((stream) => output.read(stream))).then(() => true);
  const end = await endOf(child, limits);
  const leftovers = await endAll(child, descent);
  const isHeld = (await Promise.race([told, wait(GRACE_MS, undefined, { ref: false })])) === undefined;
  // A process that nobody found may hold the pipes for ever.
  for (const stream of child.stdio) stream?.destroy();
  await told;
  output.end();
  return { end, leftovers: { ...leftovers, remains: leftovers.remains || isHeld } };
}

function start(command: ShellCommand, { mark, cgroup }: Descent): ChildProcess {
  const { folder, env, line, input = 'ignore' } = command;
  const options: SpawnOptions = { cwd: folder, env, stdio: [input, 'pipe', 'pipe', 'pipe'] };
  return process.platform === 'win32'
    ? spawn(line, { ...options, shell: true, windowsHide: true })
    : spawn('/bin/sh', ['-c', SHELL, 'sh', line, mark, cgroup], { ...options, detached: true });
}

async function endOf(child: ChildProcess, { deadline, signal }: ShellLimits): Promise<ShellEnd> {
  const { promise, resolve } = Promise.withResolvers<ShellEnd>();
  child.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve({ by: 'start', code }));
  child.once('exit', (exitCode, by) =>
    resolve(by === null ? { by: 'itself', exitCode: exitCode ?? 0 } : { by: 'signal', signal: by }),
  );
  const cancelled = () => resolve({ by: 'cancel' });
  const timer = setTimeout(() => resolve({ by: 'deadline' }), Math.max(0, deadline - performance.now()));
  signal.addEventListener('abort', cancelled);
  const end = await promise;
  clearTimeout(timer);
  signal.removeEventListener('abort', cancelled);
  return end;
}

/** Ends the group, and what has left it. */
async function endAll(child: ChildProcess, descent: Descent): Promise<Leftovers> {
  const { pid } = child;
  if (pid === undefined) return await descent.end(0);
  descent.note(pid);
  killGroup(child);
  return await descent.end(pid);
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
