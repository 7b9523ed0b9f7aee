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

/** More than any task opens: a database, its neighbours, and what Node needs. */
const OPEN_FILES = 512;

/**
 * How to start Node under the limits: a statement that allocates or writes without end then fails by itself, with
 * SQLITE_NOMEM or SQLITE_IOERR_WRITE, before the machine does. A core file would hold rows, and there is none. Only Linux
 * enforces all of it; elsewhere the deadline is the only limit.
 */
export function launcher({ memoryKb, fileBytes }: EngineLimits): { execPath: string; execArgv: string[] } {
  if (process.platform !== 'linux') return { execPath: process.execPath, execArgv: [] };
  const script = [
    `ulimit -c 0; ulimit -n ${OPEN_FILES} 2>/dev/null; ulimit -d ${memoryKb}`,
    // POSIX counts files in blocks of 512 bytes.
    `ulimit -f ${Math.floor(fileBytes / 512)}`,
    ...sandboxes().map((way) => `if ${way} true 2>/dev/null; then exec ${way} "$0" "$@"; fi`),
    'exec "$0" "$@"',
  ];
  return { execPath: '/bin/sh', execArgv: ['-c', script.join('\n'), process.execPath] };
}

/**
 * Ways to take away what no engine needs, the best first, by programs of util-linux: the network, and all that `sudo` and
 * the like could give. Whether a way is open to this user is found out by trying it: many machines let no user make a
 * namespace, and some have no such programs. Each way ends in `exec`, so the engine is still a child of this process.
 */
function sandboxes(): string[] {
  const isRoot = process.getuid?.() === 0;
  const noNetwork = isRoot ? 'unshare --net' : 'unshare --user --map-current-user --net';
  const noPrivileges = 'setpriv --no-new-privs';
  return [`${noNetwork} ${noPrivileges}`, noPrivileges];
}
