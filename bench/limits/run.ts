import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one run of the bundle took. */
export interface Taken {
  exitCode: number | null;
  /** Seconds; `cpu` of all its processes. */
  wall: number;
  cpu: number;
  /** Peak resident memory in MB: of the program itself, and of its largest engine process. */
  parent: number;
  engine: number;
  findings: number;
}

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const LOOK_EVERY_MS = 50;
/** Ticks of the clock in a second (sysconf(3), _SC_CLK_TCK); it is the same on all machines with Linux. */
const TICKS = 100;

/** Runs a preflight in `folder` to its end and watches its processes. Linux only. */
export async function run(folder: string, databases: string): Promise<Taken> {
  const given = [`--database=${databases}`, '--migrations=migrations', '--output=out', '--rehearse=none'];
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, ...given, '--timeout-minutes=60'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const peaks = { parent: 0, engine: 0 };
  const times = new Map<number, number>();
  const { pid = 0 } = child;
  const look = () => {
    for (const [one, ticks] of [[pid, cpuOf(pid)?.ticks ?? 0] as const, ...childrenOf(pid)]) {
      const key = one === pid ? 'parent' : 'engine';
      peaks[key] = Math.max(peaks[key], peakOf(one));
      times.set(one, ticks);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const wall = (performance.now() - started) / 1000;
  const cpu = [...times.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS;
  return { exitCode, wall, cpu, ...peaks, findings: findingsIn(join(folder, 'out/report.json')) };
}

function findingsIn(report: string): number {
  const { findings } = JSON.parse(readFileSync(report, 'utf8')) as { findings: unknown[] };
  return findings.length;
}

/** Each child with its CPU time. */
function childrenOf(parent: number): (readonly [number, number])[] {
  return readdirSync('/proc').flatMap((name) => {
    const one = /^\d+$/.test(name) ? cpuOf(Number(name)) : undefined;
    return one?.parent === parent ? [[Number(name), one.ticks] as const] : [];
  });
}

/** From proc(5); `undefined` where the process is gone. */
function cpuOf(pid: number): { parent: number; ticks: number } | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === '') return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
