import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect } from '@jest/globals';
import { Descent, MARK_VARIABLE } from '../../../src/supervisor/command/leftovers.ts';
import { onLinux } from '../../support/platform.ts';

/** A process in a group of its own, outside every cgroup that a command would have. */
function stray(env: NodeJS.ProcessEnv): ChildProcess {
  return spawn('sleep', ['68'], { env: { PATH: process.env.PATH, ...env }, detached: true, stdio: 'ignore' });
}

describe('what has left a command', () => {
  onLinux('is known by the mark in its environment, and others are let alone', async () => {
    const descent = new Descent();
    const [ours, others] = [descent.mark, 'another'].map((mark) => stray({ [MARK_VARIABLE]: mark }));
    await Promise.all([once(ours as ChildProcess, 'spawn'), once(others as ChildProcess, 'spawn')]);
    const gone = once(ours as ChildProcess, 'exit');
    expect(await descent.end(0)).toEqual({ ended: 1, remains: false });
    expect((await gone)[1]).toBe('SIGKILL');
    expect((others as ChildProcess).exitCode ?? (others as ChildProcess).signalCode).toBeNull();
    (others as ChildProcess).kill('SIGKILL');
  });

  onLinux('is not the group itself, which was killed already', async () => {
    const descent = new Descent();
    const child = stray({ [MARK_VARIABLE]: descent.mark });
    await once(child, 'spawn');
    expect(await descent.end(child.pid ?? 0)).toEqual({ ended: 0, remains: false });
    child.kill('SIGKILL');
  });

  onLinux('is known by its parent, noted before that was killed', async () => {
    const descent = new Descent();
    const child = stray({});
    await once(child, 'spawn');
    descent.note(process.pid);
    const gone = once(child, 'exit');
    expect((await descent.end(0)).ended).toBeGreaterThan(0);
    expect((await gone)[1]).toBe('SIGKILL');
  });
});
