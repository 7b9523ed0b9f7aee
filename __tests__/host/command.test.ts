import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionResult, commandsIn, runAction } from '../support/action.ts';
import { onLinux } from '../support/platform.ts';
import { databaseFrom, scratchFolder, writeText } from '../support/scratch.ts';

/** A command that migrates, and prints what it should not, in a step of a job. */
const folder = scratchFolder();
const entry = join(import.meta.dirname, '../../src/index.ts');
const database = databaseFrom(folder, 'CREATE TABLE t(a); INSERT INTO t VALUES (1);');

const NOISE = `
printf '::warning::forged\\n  ::set-output name=verdict::cleared\\n##[error]forged\\n'
printf 'one\\r::error::forged\\r\\n'
printf '\\033[31mred canary-in-output\\033[0m\\n' >&2
echo "token=$GITHUB_TOKEN file=$GITHUB_OUTPUT input=$INPUT_DATABASE"
"${process.execPath}" --disable-warning=ExperimentalWarning -e 'new (require("node:sqlite").DatabaseSync)(process.env.DATABASE_PATH).exec("CREATE TABLE u(a)")'`;

const run = (command: string, env: Record<string, string> = {}, inputs: Record<string, string> = {}) =>
  runAction({ entry, folder, inputs: { database, command, upload: 'never', ...inputs }, env });

describe('what a command prints', () => {
  let result: ActionResult;
  beforeAll(async () => {
    result = await run(NOISE, { GITHUB_TOKEN: 'job-token' });
  });

  it('is in the log while the step runs, and is no command of the runner and no control sequence', () => {
    expect(result.stdout).toContain('red canary-in-output\n');
    expect(commandsIn(result.stdout).filter(({ data }) => /forged|cleared/.test(data))).toEqual([]);
    expect(result.stdout).not.toContain('\u001b');
    expect(result.stdout).toContain('token= file= input=\n');
  });

  it('is in no report, output or summary', () => {
    const place = join(result.temp, 'preflight');
    const reports = readdirSync(place).map((name) => readFileSync(join(place, name), 'latin1'));
    const texts = [...reports, result.summary, JSON.stringify(result.outputs)];
    expect(texts.filter((text) => text.includes('canary-in-output'))).toEqual([]);
    // The command itself may hold a secret of the workflow.
    expect(texts.filter((text) => text.includes('printf'))).toEqual([]);
    expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'cleared']);
  });
});

describe('what a command can read of the program that started it', () => {
  onLinux('holds no token and no input, as far as /proc shows its environment', async () => {
    const command =
      'tr "\\0" "\\n" < "/proc/$PPID/environ"; echo "end of $PPID"; cat "$DATABASE_PATH" > copied';
    const { stdout, exitCode } = await run(command, {
      GITHUB_TOKEN: 'canary-token',
      ACTIONS_RUNTIME_TOKEN: 'canary-runtime',
    });
    expect([exitCode, /^end of \d+$/m.test(stdout)]).toEqual([0, true]);
    expect(stdout).not.toMatch(/canary|INPUT_DATABASE|ACTIONS_RUNTIME_TOKEN/);
  });
});

describe('a command that is a mistake of the settings', () => {
  it('under pull_request_target does not run', async () => {
    const { exitCode, outputs, stdout } = await run('echo it ran', {
      GITHUB_EVENT_NAME: 'pull_request_target',
    });
    expect([exitCode, outputs.verdict]).toEqual([2, 'failed']);
    expect(stdout).not.toContain('\nit ran');
    expect(stdout).toContain('pull_request_target');
  });

  it('beside migrations does not run', async () => {
    const migrations = writeText(folder, '0001.sql', 'CREATE TABLE u(a);');
    const { exitCode, stdout } = await run('echo it ran', {}, { migrations });
    expect(exitCode).toBe(2);
    expect(stdout).not.toContain('\nit ran');
  });
});

it('a command that fails blocks, and one that ran elsewhere too', async () => {
  expect((await run('cat "$DATABASE_PATH" > /dev/null; exit 4')).outputs.verdict).toBe('blocked');
  const missed = await run('true');
  expect([missed.exitCode, missed.outputs.verdict]).toEqual([1, 'blocked']);
  expect(missed.stdout).toContain('command-missed-copy');
});
