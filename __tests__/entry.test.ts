import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { machine, output } from './support/action.ts';
import { scratchFolder } from './support/scratch.ts';

const folder = scratchFolder();

/** A process of its own that starts a command whose `run` is `body`, JavaScript. */
async function startWith(body: string) {
  const source = `
    import { start } from ${JSON.stringify(join(import.meta.dirname, '../src/entry.ts'))};
    const command = { name: 'x', summary: 'x', inputs: [], async run({ signal }) { ${body} } };
    await start(command, { directory: '.', temp: ${JSON.stringify(folder)}, host: () => {} });`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', source];
  const began = performance.now();
  const ended = await output(spawn(process.execPath, args, { env: machine() }));
  return { ...ended, ms: performance.now() - began };
}

const NOBODY_WAITS = 'setImmediate(() => { throw new Error("of a pipe"); });';
const CANCELLED = 'new Promise((done) => signal.addEventListener("abort", done))';

describe('a command', () => {
  it('ends the process with its exit code', async () => {
    expect(await startWith('return 2;')).toMatchObject({ exitCode: 2, stderr: '' });
  });

  it('that throws ends it with 3 and says so', async () => {
    const { exitCode, stderr } = await startWith('throw new Error("no luck");');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('The preflight broke: Error: no luck');
  });

  it.each([
    ['an error of an event', NOBODY_WAITS],
    ['a rejection', 'Promise.reject(new Error("of a pipe"));'],
  ])('in which nobody waits for %s is cancelled, and says what it was', async (_, fault) => {
    const { exitCode, stderr } = await startWith(`${fault} await ${CANCELLED}; return 3;`);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('The preflight broke: Error: of a pipe');
  });

  it('that never ends after such an error is not waited for', async () => {
    const { exitCode } = await startWith(
      `${NOBODY_WAITS} await new Promise(() => setInterval(() => {}, 1000));`,
    );
    expect(exitCode).toBe(3);
  });

  it('that has ended keeps its exit code, whatever keeps the process up', async () => {
    const { exitCode, ms } = await startWith('setInterval(() => {}, 1000); return 1;');
    expect(exitCode).toBe(1);
    expect(ms).toBeLessThan(25_000);
  });
});
