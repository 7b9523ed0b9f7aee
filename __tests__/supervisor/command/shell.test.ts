import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandRunner, itWith, script } from '../../support/commands.ts';
import { onLinux, onUnix } from '../../support/platform.ts';
import { until } from '../../support/processes.ts';
import { scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();
const runCommand = commandRunner(folder);
const shell = join(import.meta.dirname, '../../../src/supervisor/command/shell.ts');

/** Runs a command that does not end, in the folder that it is given. */
const STARTER = `
  import { runShell } from ${JSON.stringify(shell)};
  const line = 'sleep 63 & echo $$ $! > starting; mv starting started; sleep 64';
  const command = { line, folder: process.argv[1], env: process.env, tell() {} };
  await runShell(command, { deadline: 60_000, signal: new AbortController().signal });`;

const rulesOf = ({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule);

describe('the end of a command', () => {
  it('has its exit code, and a script of several lines stops at the first that fails', async () => {
    const run = await runCommand('false\ntrue');
    expect(run.facts.rehearsal).toMatchObject({
      outcome: 'failed',
      failure: { message: 'it ended with exit code 1' },
    });
  });

  it('is a failure where any program of a pipe fails', async () => {
    const { facts } = await runCommand('false | cat');
    expect(facts.rehearsal).toMatchObject({
      outcome: 'failed',
      failure: { message: 'it ended with exit code 1' },
    });
  });

  it('is that of the last program of a pipe where there is no bash', async () => {
    const { PATH = '' } = process.env;
    process.env.PATH = mkdtempSync(join(folder, 'empty-'));
    const run = await runCommand('false | true\necho on\nfalse\necho off').finally(() => {
      process.env.PATH = PATH;
    });
    expect([run.facts.command?.exitCode, run.lines]).toEqual([1, ['on']]);
  });

  it('comes at its own deadline, with what it committed by then', async () => {
    const sql = "db.exec('CREATE TABLE x(a)'); for (;;) sleep(1000)";
    const run = await runCommand(script(folder, sql), { wish: { timeoutMs: 1500 } });
    expect(run.facts.rehearsal).toMatchObject({ outcome: 'timeout', commits: 1 });
    expect(run.facts.incidents).toMatchObject([{ task: 'rehearse', kind: 'timeout' }]);
    expect(rulesOf(run)).toEqual(['half-migrated', 'migration-timeout']);
    expect(run.facts.before).toBeDefined();
  });

  it('comes at the deadline of the run, where that is sooner', async () => {
    const wish = { timeoutMs: 60_000 };
    const { facts } = await runCommand('sleep 60', { timeoutMs: 6000, wish });
    expect(facts.rehearsal.outcome).toBe('timeout');
    expect(facts.timings.total).toBeLessThan(9000);
  });

  it('comes at once when the run is cancelled', async () => {
    const cancel = new AbortController();
    let cancelledAt = 0;
    const started = async (project: string) => {
      await until(() => (existsSync(join(project, 'started')) ? true : undefined));
      cancelledAt = performance.now();
      cancel.abort();
    };
    const job = { signal: cancel.signal, started: (project: string) => void started(project) };
    const run = await runCommand('echo $$ > starting; mv starting started; sleep 60', job);
    expect(performance.now() - cancelledAt).toBeLessThan(5000);
    const cancelled = { task: 'rehearse', kind: 'cancelled', detail: 'the run was cancelled' };
    expect(run.facts.incidents).toContainEqual(cancelled);
    const pid = Number(readFileSync(join(run.folder, 'started'), 'utf8'));
    await until(() => (isAlive(pid) ? undefined : true));
  });

  it('comes before it has begun where its turn never came', async () => {
    const run = await runCommand('echo x >> ran; sleep 60', { databases: 2, timeoutMs: 6000 });
    expect(run.all.map(({ rehearsal }) => rehearsal.outcome)).toEqual(['timeout', 'timeout']);
    expect(readFileSync(join(run.folder, 'ran'), 'utf8')).toBe('x\n');
  });

  it('is an incident where it cannot be run at all', async () => {
    const { facts } = await runCommand('true', { wish: { folder: join(folder, 'nowhere') } });
    expect(facts.rehearsal.outcome).toBe('crashed');
    expect(facts.incidents).toMatchObject([{ task: 'rehearse', kind: 'error' }]);
  });

  it('is the end of everything that it left in the background', async () => {
    const { folder: project, facts } = await runCommand(
      '(sleep 61 & echo $! > left) ; nohup sleep 62 > out 2>&1 & echo $! > other',
    );
    expect(facts.command?.exitCode).toBe(0);
    for (const file of ['left', 'other']) {
      const pid = Number(readFileSync(join(project, file), 'utf8'));
      await until(() => (isAlive(pid) ? undefined : true));
    }
  });

  it('comes with the end of the process that has started it, however that ends', async () => {
    const project = mkdtempSync(join(folder, 'killed-'));
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', STARTER, project]);
    const [shell, child] = await until(() => {
      const started = join(project, 'started');
      return existsSync(started) ? readFileSync(started, 'utf8').split(' ').map(Number) : undefined;
    });
    parent.kill('SIGKILL');
    await until(() => (isAlive(shell as number) || isAlive(child as number) ? undefined : true));
  });

  itWith('perl', '-v')('is not put off by a program that waits for all of its children', async () => {
    const { facts } = await runCommand("perl -e 'fork; 1 while wait != -1'");
    expect(facts.command?.exitCode).toBe(0);
  });

  onUnix('comes to what ignores every signal that can be ignored', async () => {
    const stubborn =
      "trap '' TERM INT HUP QUIT PIPE; echo $$ > starting; mv starting started; sleep 60; sleep 60";
    const { folder: project, facts } = await runCommand(stubborn, { wish: { timeoutMs: 1500 } });
    expect(facts.rehearsal.outcome).toBe('timeout');
    const pid = Number(readFileSync(join(project, 'started'), 'utf8'));
    await until(() => (isAlive(pid) ? undefined : true));
  });
});

/** Starts something that leaves the process group, waits until it has, and goes. */
const leaving = (how: string) =>
  `${how} sh -c "echo \\$\\$ > stray; exec sleep 67" > /dev/null 2>&1 &\nwhile [ ! -s stray ]; do sleep 0.05; done`;

describe('a process that leaves the group of its command', () => {
  onLinux('is ended with it, and told', async () => {
    const run = await runCommand(leaving('setsid'));
    expect(run.facts.command?.leftRunning).toEqual({ ended: 1, remains: false });
    expect(rulesOf(run)).toContain('command-left-running');
    const pid = Number(readFileSync(join(run.folder, 'stray'), 'utf8'));
    await until(() => (isAlive(pid) ? undefined : true));
  });

  onLinux('is ended as a daemon too, which nobody is the parent of', async () => {
    const run = await runCommand(`(${leaving('setsid -f')})`);
    expect(run.facts.command?.leftRunning).toEqual({ ended: 1, remains: false });
    const pid = Number(readFileSync(join(run.folder, 'stray'), 'utf8'));
    await until(() => (isAlive(pid) ? undefined : true));
  });

  onLinux('is known by its parents where the command is killed, whatever its environment', async () => {
    const line = `${leaving('setsid env -i PATH="$PATH"')}; sleep 60`;
    const run = await runCommand(line, { wish: { timeoutMs: 1500 } });
    expect(run.facts.command?.leftRunning).toEqual({ ended: 1, remains: false });
  });

  onLinux('is ended where the process that started the command is killed', async () => {
    const project = mkdtempSync(join(folder, 'killed-'));
    const text = STARTER.replace('sleep 63 &', 'setsid sleep 63 &');
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', text, project]);
    const [, stray] = await until(() => {
      const started = join(project, 'started');
      return existsSync(started) ? readFileSync(started, 'utf8').split(' ').map(Number) : undefined;
    });
    parent.kill('SIGKILL');
    await until(() => (isAlive(stray as number) ? undefined : true));
  });

  onLinux('is not waited for where nobody finds it and it holds the output, and that is told', async () => {
    const line = leaving('setsid env -i PATH="$PATH"').replace(' > /dev/null 2>&1', '');
    const run = await runCommand(`(${line.replace(' &\n', '& )\n')}`);
    const pid = Number(readFileSync(join(run.folder, 'stray'), 'utf8'));
    expect(run.facts.timings.total).toBeLessThan(10_000);
    // With a cgroup it is found.
    const { leftRunning } = run.facts.command ?? {};
    expect([
      { ended: 0, remains: true },
      { ended: 1, remains: false },
    ]).toContainEqual(leftRunning);
    if (leftRunning?.remains) process.kill(pid, 'SIGKILL');
  });

  it('is not told of a command that left nothing', async () => {
    const run = await runCommand('(sleep 61 &) ; true');
    expect(run.facts.command?.leftRunning).toBeUndefined();
  });
});

describe('what a command gets', () => {
  it('is the copy by path and URL, its folder, and no secret of the job', async () => {
    const given = {
      GITHUB_TOKEN: 'secret',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      INPUT_COMMAND: 'x',
      GITHUB_ENV: '/x',
      KEPT: '1',
      GONE: '1',
    };
    Object.assign(process.env, given);
    const wish = { urlForm: 'sqlite3:' as const, passEnv: [{ pattern: 'GO*', keeps: false }] };
    const { lines, folder: project } = await runCommand('env; pwd', { wish });
    for (const name of Object.keys(given)) delete process.env[name];
    const path = lines.find((line) => line.startsWith('DATABASE_PATH='))?.slice('DATABASE_PATH='.length);
    expect(lines).toContain(`DATABASE_URL=sqlite3:${path}`);
    expect(lines).toContain('KEPT=1');
    expect(lines.at(-1)).toBe(project);
    expect(lines.filter((line) => /^(GITHUB_TOKEN|ACTIONS_|INPUT_|GITHUB_ENV|GONE)/.test(line))).toEqual([]);
  });

  it('is no input: a question gets no answer', async () => {
    const { facts } = await runCommand('read answer');
    expect(facts.command?.exitCode).toBe(1);
  });

  it('is told line by line, without control sequences, in order and to the last word', async () => {
    const line = "printf 'one\\r\\ntwo\\rthree\\n\\033[32mgreen\\033[0m\\nlast'";
    expect((await runCommand(line)).lines).toEqual(['one', 'two', 'three', 'green', 'last']);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
