import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Cgroup } from './cgroup.ts';

/** What a command left running outside its process group. */
export interface Leftovers {
  /** How many processes were found there and ended. */
  ended: number;
  /** Something is known to run on. */
  remains: boolean;
}

/** Every program that a command starts inherits it, unless it is started with an environment of its own. */
export const MARK_VARIABLE = 'SQLITE_PREFLIGHT_COMMAND';

/** A process that was killed may take a moment, and one that forks all the time must be looked for again. */
const ROUNDS = 20;
const ROUND_MS = 25;

/**
 * Knows the processes of one command again after they have left its process group: by a cgroup where this user may make
 * one, by a mark in their environment, and by their parents as long as these live. Only Linux shows these.
 */
export class Descent {
  readonly mark = randomBytes(16).toString('hex');
  readonly #cgroup: Cgroup | undefined;
  #known = new Set<number>();

  constructor() {
    this.#cgroup = Cgroup.make(this.mark);
  }

  /** Folder of the cgroup that the command must enter before it starts anything; empty where there is none. */
  get cgroup(): string {
    return this.#cgroup?.folder ?? '';
  }

  /** Notes the descendants of `pid`, which is about to be killed: afterwards nobody knows whose children they were. */
  note(pid: number): void {
    this.#known = descendantsOf(pid, processes());
  }

  /** Ends what has left the group of `group`, which was killed. */
  async end(group: number): Promise<Leftovers> {
    const ended = new Set<number>();
    let left: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      left = this.#outside(group);
      if (left.length === 0) break;
      for (const pid of left) {
        ended.add(pid);
        kill(pid);
      }
      this.#cgroup?.kill();
      await wait(ROUND_MS);
    }
    const removed = await this.#cgroup?.remove();
    return { ended: ended.size - left.length, remains: left.length > 0 || removed === false };
  }

  #outside(group: number): number[] {
    const inCgroup = this.#cgroup?.members() ?? new Set();
    return processes()
      .filter(({ pid, state }) => pid !== process.pid && state !== 'Z')
      .filter((one) => one.group !== group)
      .filter(({ pid, since }) => inCgroup.has(pid) || this.#known.has(since) || isMarked(pid, this.mark))
      .map(({ pid }) => pid);
  }
}

interface Process {
  pid: number;
  state: string;
  parent: number;
  group: number;
  /** Number and time of its start in one number: numbers alone are given again. */
  since: number;
}

/** Empty where there is no /proc. */
function processes(): Process[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
}

/** Empty where it has gone meanwhile. */
function processOf(pid: number): Process[] {
  const text = read(`/proc/${pid}/stat`);
  // The name, in parentheses, may hold anything (proc(5)).
  const [state = '', parent, group, ...more] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (text === '') return [];
  const started = Number(more[16]);
  return [{ pid, state, parent: Number(parent), group: Number(group), since: started * 2 ** 22 + pid }];
}

/** By `since`. */
function descendantsOf(pid: number, all: readonly Process[]): Set<number> {
  const found = new Set<number>();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of children.get(next) ?? []) {
      if (found.has(child.since)) continue;
      found.add(child.since);
      waiting.push(child.pid);
    }
  }
  return found;
}

/** `false` for a process of another user, whose environment may not be read. */
function isMarked(pid: number, mark: string): boolean {
  return read(`/proc/${pid}/environ`).includes(`${MARK_VARIABLE}=${mark}`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone, or is another user's: the next look tells.
  }
}
