import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RehearsalProgress } from '../../src/engine/rehearse/progress.ts';
import { EngineProcess, type TaskLimits } from '../../src/supervisor/engine-process.ts';
import { onLinux, onLinuxIf } from '../support/platform.ts';
import { scratchFolder, writeText } from '../support/scratch.ts';

const folder = scratchFolder();
const LIMITS = { memoryKb: 2_000_000, fileBytes: 1e9 };
const started: EngineProcess[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((engine) => engine.kill()));
});

/** An engine that answers every task with what `answer`, JavaScript, says. */
function engineThat(answer: string, scratch = mkdtempSync(join(folder, 'engine-'))): EngineProcess {
  const source = `import { writeSync } from 'node:fs';
    const say = (message) => process.send(message);
    const tell = (task, progress) => writeSync(4, JSON.stringify({ task, progress }) + '\\n');
    process.on('message', async ({ task, request, number }) => { ${answer} });
    process.once('disconnect', () => process.exit(0));
    say({ say: 'ready' });`;
  const engine = new EngineProcess(writeText(scratch, 'engine.mjs', source), scratch, LIMITS);
  started.push(engine);
  return engine;
}

const run = (engine: EngineProcess, limits: Partial<TaskLimits> = {}) =>
  engine.run(
    'tracking',
    { database: 'x.db' },
    { deadline: performance.now() + 20_000, signal: new AbortController().signal, ...limits },
  );

const ENVIRONMENT =
  "say({ say: 'result', result: { environment: process.env, folder: process.cwd() }, ms: 1 });";

describe('the environment of an engine', () => {
  it('has what a process needs, its own folder for temporary files, and no secret of the parent', async () => {
    const scratch = mkdtempSync(join(folder, 'environment-'));
    process.env.PREFLIGHT_TEST_TOKEN = 'secret';
    try {
      const outcome = await run(engineThat(ENVIRONMENT, scratch));
      expect(outcome).toMatchObject({
        ok: true,
        result: {
          folder: scratch,
          environment: {
            PATH: process.env.PATH,
            TMPDIR: scratch,
            TEMP: scratch,
            SQLITE_TMPDIR: scratch,
          },
        },
      });
      expect(JSON.stringify(outcome)).not.toMatch(/PREFLIGHT_TEST_TOKEN|secret/);
    } finally {
      delete process.env.PREFLIGHT_TEST_TOKEN;
    }
  });
});

const CONFINED = `const { readFileSync } = await import('node:fs');
  const { networkInterfaces } = await import('node:os');
  const { connect } = await import('node:net');
  const socket = connect(9, '127.0.0.1').on('error', ({ code }) => say({ say: 'result', ms: 1, result: {
    networks: Object.keys(networkInterfaces()), code,
    status: readFileSync('/proc/self/status', 'utf8'), limits: readFileSync('/proc/self/limits', 'utf8') } }));`;

/** Whether this machine lets the user of these tests start a program so. */
const canRun = (...words: string[]) => spawnSync(words[0] ?? '', [...words.slice(1), 'true']).status === 0;
const isRoot = process.getuid?.() === 0;
const canLeaveTheNetwork = canRun(
  'unshare',
  ...(isRoot ? ['--net'] : ['--user', '--map-current-user', '--net']),
);

describe('what an engine is kept from', () => {
  const confined = async () => {
    const outcome = await run(engineThat(CONFINED.replaceAll('\n', ' ')));
    if (!outcome.ok) throw new Error(outcome.detail);
    return outcome.result as unknown as Record<'code' | 'status' | 'limits', string> & { networks: string[] };
  };

  onLinux('is memory, files and core files beyond its limits', async () => {
    const { limits } = await confined();
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
    expect(limits).toMatch(/^Max open files +512 +512 /m);
    expect(limits).toMatch(/^Max data size +2048000000 +2048000000 /m);
    expect(limits).toMatch(/^Max file size +1000000000 +1000000000 /m);
  });

  onLinuxIf(canLeaveTheNetwork, 'this user may make no network namespace')(
    'is the network, that of its own machine too',
    async () => {
      expect(await confined()).toMatchObject({ networks: [], code: 'ENETUNREACH' });
    },
  );

  onLinuxIf(canRun('setpriv', '--no-new-privs'), 'there is no setpriv')(
    'is what sudo and the like would give it',
    async () => {
      expect((await confined()).status).toMatch(/^NoNewPrivs:\t1$/m);
    },
  );

  onLinux('is less where these programs are missing, and it runs all the same', async () => {
    const { PATH = '' } = process.env;
    process.env.PATH = mkdtempSync(join(folder, 'empty-'));
    const result = await confined().finally(() => {
      process.env.PATH = PATH;
    });
    expect(result.limits).toMatch(/^Max core file size +0 +0 /m);
  });
});

describe('a task', () => {
  it('ends with its result and the time that it took', async () => {
    const engine = engineThat("say({ say: 'result', result: [task, request], ms: 12 });");
    expect(await run(engine)).toEqual({ ok: true, result: ['tracking', { database: 'x.db' }], ms: 12 });
    expect(await run(engine)).toMatchObject({ ok: true });
    expect(engine.usable).toBe(true);
  });

  it('is heard of its progress, up to the moment at which its process is killed', async () => {
    const heard: RehearsalProgress[] = [];
    const engine = engineThat(`tell(number, { started: 0 }); tell(number, { started: 1 });
      writeSync(4, '{"task":1,"prog'); process.kill(process.pid, 'SIGKILL');`);
    const outcome = await run(engine, { progress: (progress) => heard.push(progress) });
    expect(outcome).toMatchObject({ ok: false, kind: 'crash' });
    expect(heard).toEqual([{ started: 0 }, { started: 1 }]);
  });

  it('hears nothing of the one before it', async () => {
    const heard: RehearsalProgress[] = [];
    const engine = engineThat(`tell(number - 1, { started: 7 }); tell(number, { started: 0 });
      setTimeout(() => say({ say: 'result', result: 0, ms: 0 }), 100);`);
    await run(engine);
    await run(engine, { progress: (progress) => heard.push(progress) });
    expect(heard).toEqual([{ started: 0 }]);
  });

  it('ends with the fault that the engine tells', async () => {
    const engine = engineThat("say({ say: 'fault', kind: 'disk-full', detail: 'no space' });");
    expect(await run(engine)).toEqual({ ok: false, kind: 'disk-full', detail: 'no space' });
  });

  it.each([
    ['process.exit(7);', 'the engine process ended by exit code 7'],
    ["throw new TypeError('too bad');", 'the engine process ended by exit code 1: TypeError: too bad'],
    ["process.kill(process.pid, 'SIGKILL');", 'the engine process ended by signal SIGKILL'],
  ])('ends as a crash where the engine does: %s', async (answer, detail) => {
    const engine = engineThat(answer);
    expect(await run(engine)).toEqual({ ok: false, kind: 'crash', detail });
    expect(engine.usable).toBe(false);
    expect(await run(engine)).toEqual({ ok: false, kind: 'crash', detail });
  });

  it('ends at its deadline', async () => {
    const begun = performance.now();
    const outcome = await run(engineThat(''), { deadline: begun + 300 });
    expect(outcome).toMatchObject({ ok: false, kind: 'timeout' });
    const [, told] = /^killed after (\d+) ms$/.exec(outcome.ok ? '' : outcome.detail) ?? [];
    const taken = performance.now() - begun;
    expect(taken).toBeGreaterThan(290);
    expect(Number(told)).toBeLessThanOrEqual(Math.ceil(taken));
  });

  it('ends where the run is cancelled, before it began or since', async () => {
    const cancelled = { ok: false, kind: 'cancelled', detail: 'the run was cancelled' };
    expect(await run(engineThat(ENVIRONMENT), { signal: AbortSignal.abort() })).toEqual(cancelled);
    expect(await run(engineThat(''), { signal: AbortSignal.timeout(300) })).toEqual(cancelled);
  });
});

describe('an engine', () => {
  it('is ready when it says so', async () => {
    const engine = engineThat('');
    await engine.ready;
    expect(engine.usable).toBe(true);
  });

  it('is ready to say why it did not start', async () => {
    const scratch = mkdtempSync(join(folder, 'missing-'));
    const engine = new EngineProcess(join(scratch, 'none.mjs'), scratch, LIMITS);
    started.push(engine);
    await engine.ready;
    expect(engine.usable).toBe(false);
    expect(await run(engine)).toMatchObject({ ok: false, kind: 'crash' });
  });

  it('does not start where its folder is gone', async () => {
    const source = writeText(folder, 'engine.mjs', '');
    const engine = new EngineProcess(source, join(tmpdir(), 'preflight-no-such-folder'), LIMITS);
    await engine.ready;
    const outcome = await run(engine);
    expect(outcome).toMatchObject({ ok: false, kind: 'crash' });
    expect(!outcome.ok && outcome.detail).toMatch(/^the engine process did not start: .*ENOENT/);
  });

  it('is gone when it was killed, even in the middle of a task', async () => {
    const engine = engineThat('for (;;);');
    const outcome = run(engine);
    await engine.ready;
    await engine.kill();
    expect(engine.usable).toBe(false);
    expect(await outcome).toEqual({
      ok: false,
      kind: 'crash',
      detail: 'the engine process ended by signal SIGKILL',
    });
  });
});
