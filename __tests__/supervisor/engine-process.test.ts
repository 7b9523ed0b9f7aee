import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RehearsalProgress } from '../../src/engine/rehearse/progress.ts';
import { EngineProcess, type TaskLimits } from '../../src/supervisor/engine-process.ts';
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
    process.on('message', ({ task, request, number }) => { ${answer} });
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
