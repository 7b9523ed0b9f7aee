import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** How long an engine may outlive its parent: it looks five times a second, and a busy machine is slow. */
const PATIENCE_MS = 5000;

export interface Process {
  pid: number;
  /** Its command line. */
  line: string;
}

/** Processes that work in a folder, or were told of it by their arguments or environment, as /proc shows them. */
export function processesOf(place: string): Process[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const line = read(`/proc/${name}/cmdline`);
      const isConcerned = [link(`/proc/${name}/cwd`), line, read(`/proc/${name}/environ`)].some((text) =>
        text.includes(place),
      );
      return isConcerned ? [{ pid: Number(name), line: line.replaceAll('\0', ' ').trim() }] : [];
    });
}

/** Ends what a case has left running, after a moment to end by itself, and says what that was. */
export async function endProcessesOf(place: string): Promise<string[]> {
  const end = performance.now() + PATIENCE_MS;
  while (processesOf(place).length > 0 && performance.now() < end) await wait(50);
  const left = processesOf(place);
  for (const { pid } of left) signal(pid, 'SIGKILL');
  return left.map(({ line }) => `a process lives on: ${line.slice(0, 200)}`);
}

/** Sends a signal to what may have gone meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The most memory that a process has had so far, in bytes; 0 where it has gone. */
export function peakMemory(pid: number): number {
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

/** Processor time that a process has taken so far, in ms; 0 where it has gone. */
export function processorTime(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  // The kernel tells users of time in hundredths of a second.
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** Direct children. */
export function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has gone, or belongs to somebody else.
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
