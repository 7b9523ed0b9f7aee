import type { Activity, Watch } from '../facts/rehearsal/activity.ts';
import { whole } from '../text/numbers.ts';

interface Running {
  activity: Activity;
  /** `performance.now()` of the beginning, of the last change of the detail, and of the last line about it. */
  since: number;
  detailSince: number;
  toldAt: number | undefined;
}

const FIRST_MS = 5000;
const AGAIN_MS = 30_000;

/**
 * Says in lines what takes long: a first one when a part of the work, or a statement in it, has taken five seconds, then
 * one every thirty. Nothing is said of what is quick.
 */
export class ActivityLog {
  readonly #write: (line: string) => void;
  readonly #running = new Map<string, Running>();

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  readonly watch: Watch = (activity, state) => {
    const key = `${activity.database}\0${activity.doing}`;
    const known = this.#running.get(key);
    if (state === 'ended') {
      this.#running.delete(key);
      return;
    }
    const now = performance.now();
    if (known === undefined) {
      this.#running.set(key, { activity, since: now, detailSince: now, toldAt: undefined });
    } else if (known.activity.detail !== activity.detail) {
      Object.assign(known, { activity, detailSince: now });
    }
  };

  /** To be called about once a second. */
  tick(now = performance.now()): void {
    for (const running of this.#running.values()) {
      const { activity, since, detailSince, toldAt } = running;
      // Many short statements of one long rehearsal are told as the rehearsal.
      const isDue = toldAt === undefined ? now - since >= FIRST_MS : now - toldAt >= AGAIN_MS;
      const isStuck = (toldAt ?? 0) < detailSince && now - detailSince >= FIRST_MS;
      if (!isDue && !isStuck) continue;
      running.toldAt = now;
      this.#write(activityLine(activity, now - since));
    }
  }

  /** What is going on, in one line for a terminal: the newest, and how many more there are. */
  newest(now = performance.now()): string | undefined {
    const running = [...this.#running.values()];
    const last = running.at(-1);
    if (last === undefined) return undefined;
    const others = running.length > 1 ? ` (and ${whole(running.length - 1)} more)` : '';
    return `${activityLine(last.activity, now - last.since)}${others}`;
  }
}

/** Watches a run for whoever reads lines. The timer alone keeps no process alive. */
export function watchedInLines(write: (line: string) => void): Watch {
  const log = new ActivityLog(write);
  setInterval(() => log.tick(), 1000).unref();
  return log.watch;
}

function activityLine({ database, doing, detail }: Activity, ms: number): string {
  const spent = `${whole(Math.floor(ms / 1000))} s`;
  return `${database}: ${doing}${detail === undefined ? '' : `, ${detail}`}, ${spent}`;
}
