import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, randomFrom } from '../../__tests__/support/random.ts';
import { childrenOf, signal } from '../kit/processes.ts';
import { clearedCopyProblems, openShop, type Shop } from '../kit/shop.ts';
import { attempt, type Ended } from '../kit/step.ts';
import type { Case, Suite } from '../suite.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const WAYS = ['SIGKILL', ...SIGNALS, 'engine', 'deadline'] as const;
type Way = (typeof WAYS)[number];

/** What the runner leaves. */
const PATIENCE_MS = 5000;

/** A machine that does other things too may take as many times as long as a whole run takes there. */
const PATIENCE_RUNS = 4;

export const kill: Suite = {
  name: 'kill',
  title: 'Kill and cancel',
  promise:
    'SIGINT, SIGTERM and SIGHUP are answered within five seconds (on a busy machine, within the time of four whole runs), with a report once the run has begun. Whoever dies, at whatever moment: no input changes, no process stays, nothing is cleared that was not wholly rehearsed, and copies of the data that a killed run left are removed by the next one.',
  method:
    'The same run, killed at a random moment between the start of the process and some time after its usual end, in six ways: SIGKILL, SIGTERM, SIGINT and SIGHUP to the program, SIGKILL, SIGSEGV or SIGABRT to one of its engines, and a deadline at that moment. After SIGKILL a second run follows, with the folder that was left made an hour old.',
  count: 1200,
  missing: () =>
    process.platform === 'linux' ? undefined : 'processes are seen in /proc, which only Linux has',
  async cases({ seed, count, place }): Promise<Case[]> {
    const usualMs = await usualDuration(place);
    return Array.from({ length: count }, (_, at) => {
      const way = WAYS[at % WAYS.length] as Way;
      const random = randomFrom(seed * 7919 + at);
      const afterMs = Math.floor((random.below(1000) / 1000) * usualMs * 1.15);
      return {
        name: `${at}: ${way} after ${afterMs} ms`,
        run: (own) => tryWay(own, { way, afterMs, usualMs }, random),
      };
    });
  },
};

async function usualDuration(place: string): Promise<number> {
  const shop = openShop(place);
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) times.push((await attempt({ place, ...shop })).ms);
  return Math.max(...times);
}

interface Blow {
  way: Way;
  afterMs: number;
  /** How long the run takes when nothing is done to it. */
  usualMs: number;
}

async function tryWay(place: string, { way, afterMs, usualMs }: Blow, random: Random): Promise<string[]> {
  const shop = openShop(place, { wal: random.chance(0.3) });
  const temp = join(place, 'temp');
  mkdirSync(temp);
  const run = { place, workspace: shop.workspace, env: { RUNNER_TEMP: temp } };
  if (way === 'deadline') {
    const inputs = { ...shop.inputs, 'timeout-minutes': (Math.max(1, afterMs) / 60_000).toFixed(7) };
    const ended = await attempt({ ...run, inputs, limitMs: afterMs + 60_000 });
    return problemsOf(ended, shop);
  }
  let sent = Number.POSITIVE_INFINITY;
  const started = (child: ChildProcess) => {
    setTimeout(() => {
      sent = performance.now();
      if (child.exitCode === null) strike(child, way, random);
    }, afterMs);
  };
  const ended = await attempt({ ...run, inputs: shop.inputs, killed: way !== 'engine', started });
  const answeredMs = way === 'engine' ? 0 : Math.round(ended.endedAt - sent);
  const isLate = answeredMs > Math.max(PATIENCE_MS, PATIENCE_RUNS * usualMs);
  const late = isLate ? [`it took ${answeredMs} ms to end`] : [];
  const found = [...problemsOf(ended, shop), ...late];
  if (way === 'SIGKILL') return [...found, ...(await nextRun(run, shop, temp))];
  // Only before its first line can a signal end it without a word, and then it has copied nothing.
  const left = ended.exitCode === null ? readdirSync(temp) : [];
  return [...found, ...left.map((name) => `${name} is left by a run that was asked to end`)];
}

function strike(child: ChildProcess, way: Exclude<Way, 'deadline'>, random: Random): void {
  if (way !== 'engine') {
    child.kill(way);
    return;
  }
  const engines = childrenOf(child.pid ?? 0);
  if (engines.length === 0) return;
  signal(random.pick(engines), random.pick(['SIGKILL', 'SIGSEGV', 'SIGABRT'] as const));
}

function problemsOf(ended: Ended, shop: Shop): string[] {
  return [...ended.problems, ...clearedCopyProblems(ended, shop)];
}

/** Whatever was left behind, the next run comes to the usual end and clears it away. */
async function nextRun(
  run: { place: string; workspace: string },
  shop: Shop,
  temp: string,
): Promise<string[]> {
  const hourAgo = new Date(Date.now() - 3_600_000);
  for (const name of readdirSync(temp)) utimesSync(join(temp, name), hourAgo, hourAgo);
  const ended = await attempt({ ...run, env: { RUNNER_TEMP: temp }, inputs: shop.inputs });
  const verdict = ended.outputs.verdict ?? 'none';
  const wrong = verdict === 'cleared' ? [] : [`the next run ends as ${verdict}: ${ended.stdout.slice(-300)}`];
  return [...problemsOf(ended, shop), ...wrong].map((problem) => `then ${problem}`);
}
