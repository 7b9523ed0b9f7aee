import { statfsSync } from 'node:fs';

/** What one engine process may take of the machine. */
export interface EngineLimits {
  /** Data segment, in kB. */
  memoryKb: number;
  /** The largest file it may write, in bytes. */
  fileBytes: number;
}

/** Node needs address space far beyond what it uses; below this it does not start reliably. */
const MEMORY_KB = 2_000_000;

/** Part of the free disk that one file may take: a database and its journal together leave something over. */
const DISK_SHARE = 0.45;

/** Limits for processes that write below `folder`. */
export function limitsFor(folder: string): EngineLimits {
  const { bavail, bsize } = statfsSync(folder);
  return { memoryKb: MEMORY_KB, fileBytes: Math.floor(bavail * bsize * DISK_SHARE) };
}

/**
 * How to start Node under the limits: a statement that allocates or writes without end then fails by itself, with
 * SQLITE_NOMEM or SQLITE_IOERR_WRITE, before the machine does. Only Linux enforces all of it; elsewhere the deadline
 * is the only limit.
 */
export function launcher({ memoryKb, fileBytes }: EngineLimits): { execPath: string; execArgv: string[] } {
  if (process.platform !== 'linux') return { execPath: process.execPath, execArgv: [] };
  // POSIX counts files in blocks of 512 bytes.
  const script = `ulimit -d ${memoryKb}; ulimit -f ${Math.floor(fileBytes / 512)}; exec "$0" "$@"`;
  return { execPath: '/bin/sh', execArgv: ['-c', script, process.execPath] };
}
