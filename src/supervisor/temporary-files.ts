import { readdirSync, readlinkSync, statSync } from 'node:fs';

const LOOK_EVERY_MS = 10;

/** SQLite sorts in memory what fits into its cache: of a small database nothing reaches the disk. */
export const LEAST_BYTES = 4_000_000;

/**
 * The most that SQLite's temporary files of a process take together. They have no name any more once they are open, so
 * that only Linux tells of them.
 */
export class TemporaryFiles {
  #most: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  start(pid: number): void {
    if (process.platform !== 'linux') return;
    this.#most = 0;
    this.#timer = setInterval(() => {
      this.#most = Math.max(this.#most ?? 0, sizeOfAll(`/proc/${pid}/fd`));
    }, LOOK_EVERY_MS);
  }

  /** `undefined` where it is not known. */
  end(): number | undefined {
    clearInterval(this.#timer);
    return this.#most;
  }
}

function sizeOfAll(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + sizeOf(`${folder}/${name}`), 0);
  } catch {
    // The process is gone.
    return 0;
  }
}

/** By its own prefix; or without a name from the start (O_TMPFILE), where the file system can. */
const TEMPORARY = /\/(etilqs_\w+|#\d+)( \(deleted\))?$/;

function sizeOf(descriptor: string): number {
  try {
    return TEMPORARY.test(readlinkSync(descriptor)) ? statSync(descriptor).size : 0;
  } catch {
    // It was closed meanwhile.
    return 0;
  }
}
