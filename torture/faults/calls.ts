import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attempt, attempt } from '../kit/step.ts';

/** System calls that reach a file, and the errors that a machine answers them with. */
export const ERRORS: Readonly<Record<string, readonly string[]>> = {
  openat: ['EMFILE', 'EIO', 'EACCES', 'ENOSPC'],
  read: ['EIO'],
  pread64: ['EIO'],
  write: ['ENOSPC', 'EIO', 'EDQUOT'],
  pwrite64: ['ENOSPC', 'EIO', 'EDQUOT'],
  fsync: ['EIO'],
  fdatasync: ['EIO', 'ENOSPC'],
  ftruncate: ['ENOSPC', 'EIO', 'EFBIG'],
  rename: ['EIO', 'EACCES', 'ENOSPC'],
  unlink: ['EIO', 'EACCES'],
  rmdir: ['EIO', 'EBUSY'],
  mkdir: ['EACCES', 'ENOSPC'],
  access: ['EIO', 'EACCES', 'ELOOP'],
  newfstatat: ['EIO', 'EACCES', 'ELOOP'],
  statx: ['EIO', 'EACCES', 'ELOOP'],
  fstat: ['EIO'],
  getdents64: ['EIO'],
  readlink: ['EIO', 'EACCES'],
  fcntl: ['EIO', 'ENOLCK'],
  copy_file_range: ['EIO', 'ENOSPC'],
  pipe2: ['EMFILE'],
};

/** One call that fails. */
export interface Fault {
  call: string;
  error: string;
  /** The how-manieth of a thread, from 1. */
  at: number;
  /** Every later one fails too: a disk that is full stays full. */
  stays: boolean;
}

/** How often a run makes each call: the most of any of its threads, because strace counts in each of them. */
export async function callsOf(run: Attempt): Promise<Map<string, number>> {
  const file = join(run.place, 'calls');
  const through = ['strace', '-f', '-qq', '-o', file, '-e', `trace=${Object.keys(ERRORS).join(',')}`];
  await attempt({ ...run, through });
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, thread, call] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread === undefined || call === undefined) continue;
    const key = `${thread} ${call}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = new Map<string, number>();
  for (const [key, count] of counts) {
    const call = key.split(' ')[1] ?? '';
    most.set(call, Math.max(most.get(call) ?? 0, count));
  }
  return most;
}

/** Every `step`th call of each kind, with its errors in turn, once and for good in turn. */
export function faultsOf(calls: ReadonlyMap<string, number>, step: number): Fault[] {
  return [...calls].flatMap(([call, count]) => {
    const errors = ERRORS[call] ?? [];
    const places = Array.from({ length: Math.floor(count / step) }, (_, index) => (index + 1) * step);
    return places.map((at, index): Fault => {
      const error = errors[index % errors.length] ?? 'EIO';
      return { call, error, at, stays: Math.floor(index / errors.length) % 2 === 1 };
    });
  });
}

/** Lets the call fail, and writes down whether the program's own code was reached before. */
export function injection({ call, error, at, stays }: Fault, log: string): string[] {
  const when = `${at}${stays ? '+' : ''}`;
  const inject = `inject=${call}:error=${error}:when=${when}`;
  return ['strace', '-f', '--seccomp-bpf', '-qq', '-o', log, '-e', `trace=mkdir,${call}`, '-e', inject];
}

/** Node loads its own files and ours first; a machine on which that fails never starts the program. */
export function hasBegun(log: string): boolean {
  return /^\d+ +mkdir\(.*preflight-copies-/m.test(readFileSync(log, 'utf8'));
}

export function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
