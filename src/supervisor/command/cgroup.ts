import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROUNDS = 20;
const ROUND_MS = 25;

/**
 * A group of processes that none of them can leave by itself (cgroup v2, Linux 5.14 and later). Only where this user may
 * write to its own: as root, in a container with such a file system, in a session that systemd delegates.
 */
export class Cgroup {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes one below that of this process; `undefined` where that is impossible. */
  static make(name: string): Cgroup | undefined {
    const own = ownFolder();
    if (own === undefined) return undefined;
    const folder = join(own, `preflight-${process.pid}-${name}`);
    try {
      removeAbandoned(own);
      mkdirSync(folder);
    } catch {
      return undefined;
    }
    try {
      accessSync(join(folder, 'cgroup.kill'), constants.W_OK);
      // A process that moves must be allowed to leave where it is.
      accessSync(join(own, 'cgroup.procs'), constants.W_OK);
      return new Cgroup(folder);
    } catch {
      remove(folder);
      return undefined;
    }
  }

  members(): Set<number> {
    try {
      const text = readFileSync(join(this.folder, 'cgroup.procs'), 'latin1');
      return new Set(text.split('\n').filter(Boolean).map(Number));
    } catch {
      return new Set();
    }
  }

  /** Ends all members at once, those that are being forked too. */
  kill(): void {
    try {
      writeFileSync(join(this.folder, 'cgroup.kill'), '1');
    } catch {
      // Its members are killed one by one then.
    }
  }

  /** `false` where members remain. */
  async remove(): Promise<boolean> {
    for (let round = 0; round < ROUNDS; round += 1) {
      if (remove(this.folder)) return true;
      await wait(ROUND_MS);
    }
    return this.members().size === 0;
  }
}

/** A run that was killed leaves its own behind, empty. */
function removeAbandoned(own: string): void {
  for (const name of readdirSync(own)) {
    const pid = /^preflight-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) remove(join(own, name));
  }
}

function remove(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** The folder of this process in the file system of cgroup v2 (cgroups(7)). */
function ownFolder(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const path = /^0::(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'latin1'))?.[1];
    const mount = readFileSync('/proc/self/mountinfo', 'latin1')
      .split('\n')
      .find((line) => line.includes(' - cgroup2 '));
    const [, , , root = '', place] = mount?.split(' ') ?? [];
    if (path === undefined || place === undefined) return undefined;
    return join(place, root !== '/' && path.startsWith(root) ? path.slice(root.length) : path);
  } catch {
    return undefined;
  }
}
