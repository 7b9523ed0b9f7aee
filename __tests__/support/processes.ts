import { readdirSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Processes as Linux shows them in /proc; elsewhere there are none to be seen. */

/** Engine processes that live: each works in a scratch folder below `place`. */
export function enginesBelow(place: string): string[] {
  return pids().filter((pid) => (linkAt(`/proc/${pid}/cwd`) ?? '').startsWith(place));
}

/**
 * Those of them that are inside a transaction of a migration that has written: no other task has a journal of *after*.
 * How long they have run says nothing on a busy machine.
 */
export function rehearsingBelow(place: string): string[] {
  return holding(place, 'after.db-journal');
}

/** Those of them that replay a migration. */
export function replayingBelow(place: string): string[] {
  return holding(place, 'replay.db');
}

function holding(place: string, name: string): string[] {
  return enginesBelow(place).filter((pid) => openFiles(pid).some((file) => basename(file) === name));
}

/** Looks again and again until there is something to be found. Throws after 20 s. */
export async function until<Result>(look: () => Result | undefined): Promise<Result> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error('it did not happen within 20 s');
}

function pids(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid));
}

function openFiles(pid: string): string[] {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).flatMap((file) => linkAt(join(folder, file)) ?? []);
  } catch {
    return [];
  }
}

/** `undefined` where the process has gone meanwhile. */
function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
