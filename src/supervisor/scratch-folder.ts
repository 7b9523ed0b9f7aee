import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Folders for the private copies are called `preflight-copies-HOST-PID-RANDOM`. A run that was killed leaves its own
 * behind, with the data of production in it; the next run on the machine removes it.
 */
const PREFIX = 'preflight-copies-';

/** A process that is gone may have been replaced by another one of that number; a folder this old has no owner that works. */
const YOUNGEST_TO_REMOVE_MS = 60_000;

/** Makes a new scratch folder in `temp`, readable by this user alone, and removes what killed runs have left there. */
export function makeScratch(temp: string): string {
  mkdirSync(temp, { recursive: true });
  for (const folder of abandoned(temp)) removeFolder(folder);
  return mkdtempSync(join(temp, `${PREFIX}${host()}-${process.pid}-`));
}

/** Removes a folder and all in it; says in a sentence why it is still there. */
export function removeFolder(folder: string): { problem?: string } {
  try {
    // On Windows a process that was just killed holds its files a moment longer.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    return {};
  } catch (error) {
    // Node gives no code for some of them.
    const code = (error as NodeJS.ErrnoException).code || 'unknown reason';
    return {
      problem: `the copies of the data in ${folder} could not be removed (${code}): remove them by hand.`,
    };
  }
}

/** Of this user and this host, whose process is gone. Another host may share the folder, and has numbers of its own. */
function abandoned(temp: string): string[] {
  const own = new RegExp(`^${PREFIX}${host()}-(\\d+)-[A-Za-z0-9]{6}$`);
  return readdirSync(temp).flatMap((name) => {
    const pid = own.exec(name)?.[1];
    const folder = join(temp, name);
    return pid !== undefined && isGone(Number(pid)) && isOldAndOurs(folder) ? [folder] : [];
  });
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function isOldAndOurs(folder: string): boolean {
  try {
    const { uid, mtimeMs } = lstatSync(folder);
    const isOurs = process.getuid === undefined || uid === process.getuid();
    return isOurs && Date.now() - mtimeMs > YOUNGEST_TO_REMOVE_MS;
  } catch {
    // Somebody else removed it meanwhile.
    return false;
  }
}

function host(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
