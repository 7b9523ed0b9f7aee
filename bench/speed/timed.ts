import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What one command took, with all the processes that it started. */
export interface Cost {
  /** Seconds. */
  wall: number;
  cpu: number;
  /** Peak memory of its largest process in MB; absent where no GNU time is there to tell. */
  peak?: number;
}

const GNU_TIME = '/usr/bin/time';

const OPTIONS: SpawnSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'ignore', 'pipe'],
  env: { ...process.env, LC_ALL: 'C' },
};

/** Runs a command to its end. Exit codes say what a tool found; only a signal, or no such tool, is an error. */
export function timed(command: string, ...args: string[]): Cost {
  const run = existsSync(GNU_TIME)
    ? spawnSync(GNU_TIME, ['-q', '-f', '%e %U %S %M', command, ...args], OPTIONS)
    : spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time "$@"`, '-', command, ...args], OPTIONS);
  const line = run.stderr.trim().split('\n').at(-1) ?? '';
  const [wall = Number.NaN, user = 0, system = 0, kilobytes] = line.split(' ').map(Number);
  if (run.error || run.signal || Number.isNaN(wall)) throw new Error(`${command} failed: ${run.stderr}`);
  return { wall, cpu: user + system, ...(kilobytes !== undefined && { peak: kilobytes / 1024 }) };
}

/** Whether the tools to compare with are installed: Debian's packages sqlite3 and sqlite3-tools. */
export function hasPeers(): boolean {
  return ['sqlite3', 'sqldiff', 'cmp', 'bash'].every(
    (tool) => spawnSync('bash', ['-c', `command -v ${tool}`], { stdio: 'ignore' }).status === 0,
  );
}

/** The middle of several costs, figure by figure; of the peaks the highest. */
export function median<Kind extends Cost>(costs: readonly Kind[]): Kind {
  const middle = (key: keyof Kind) => {
    const values = costs.map((cost) => Number(cost[key])).sort((a, b) => a - b);
    return (key === 'peak' ? values.at(-1) : values[values.length >> 1]) ?? Number.NaN;
  };
  const keys = Object.keys(costs[0] ?? {}) as (keyof Kind)[];
  return Object.fromEntries(keys.map((key) => [key, middle(key)])) as unknown as Kind;
}
