import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { COMPILE_CACHE } from './compile-cache.ts';
import { outputsIn } from './runner.ts';

export { commandsIn } from './runner.ts';

const ACTION = join(import.meta.dirname, '../../action.yml');

export interface ActionRun {
  /** A bundle, or a source file. */
  entry: string;
  args?: readonly string[];
  /** A folder of the test, in which this run gets one of its own. */
  folder: string;
  /** Default: an empty folder. */
  workspace?: string;
  inputs?: Readonly<Record<string, string>>;
  /** The event's payload; without it there is no event file. */
  event?: object;
  /** More variables, and `undefined` for what the runner would set and this one does not. */
  env?: Readonly<Record<string, string | undefined>>;
  /** A program and its arguments that start the run in its place, such as one that limits or traces it. */
  through?: readonly string[];
  /** Gets the process, for example to send it a signal. */
  started?(child: ChildProcess): void;
}

export interface ActionResult {
  /** `null` when a signal ended it. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** As the runner reads them; throws where it would fail the step. */
  outputs: Record<string, string>;
  summary: string;
  workspace: string;
  /** RUNNER_TEMP. */
  temp: string;
}

/** Runs an entry the way GitHub's runner runs a step: inputs, files and folders by variables, and nothing inherited. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const place = mkdtempSync(join(run.folder, 'step-'));
  const workspace = run.workspace ?? join(place, 'workspace');
  const temp = join(place, 'temp');
  for (const folder of [workspace, temp]) mkdirSync(folder, { recursive: true });
  const files = commandFiles(place);
  const env = defined({
    ...machine(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...files,
    ...(run.event !== undefined && {
      GITHUB_EVENT_PATH: written(place, 'event.json', JSON.stringify(run.event)),
    }),
    ...inputVariables(run.inputs ?? {}),
    ...run.env,
  });
  const line = [...(run.through ?? []), process.execPath, run.entry, ...(run.args ?? [])];
  const child = spawn(line[0] ?? '', line.slice(1), { cwd: workspace, env });
  run.started?.(child);
  const ended = await output(child);
  return {
    ...ended,
    outputs: outputsIn(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    workspace,
    temp,
  };
}

/** The environment of a process that is not a step: what the machine needs, without what made this test run. */
export function machine(): Record<string, string> {
  return defined({
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TMPDIR: process.env.TMPDIR,
    SystemRoot: process.env.SystemRoot,
    NODE_COMPILE_CACHE: COMPILE_CACHE,
  });
}

/** Collects what a process prints until it has ended. */
export async function output(
  child: ChildProcess,
): Promise<Pick<ActionResult, 'exitCode' | 'stdout' | 'stderr'>> {
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { exitCode, ...text };
}

/** `INPUT_*`; the runner applies the defaults of action.yml and gives the other inputs as empty. */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const declared = existsSync(ACTION)
    ? (parse(readFileSync(ACTION, 'utf8')) as { inputs?: Record<string, { default?: unknown } | null> })
    : {};
  const defaults = Object.entries(declared.inputs ?? {}).map(([name, input]) => [
    name,
    // An expression is evaluated by the runner; outside of a matrix there is none with a text.
    String(input?.default ?? '').replace(/^\$\{\{.*\}\}$/s, ''),
  ]);
  const values = Object.entries({ ...Object.fromEntries(defaults), ...inputs } as Record<string, string>);
  return Object.fromEntries(
    values.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

function commandFiles(place: string) {
  const file = (name: string) => written(place, name, '');
  return {
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
  };
}

function written(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function defined(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
