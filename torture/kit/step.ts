import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionResult, type ActionRun, runAction } from '../../__tests__/support/action.ts';
import { differences, fingerprint } from './fingerprint.ts';
import { endProcessesOf, signal } from './processes.ts';

/** The bundle that users run. */
export const ENTRY = join(import.meta.dirname, '../../dist/index.js');

export interface Attempt extends Omit<ActionRun, 'entry' | 'folder'> {
  /** The case's own folder. */
  place: string;
  workspace: string;
  /** When it must have ended by itself. Default: a minute. */
  limitMs?: number;
  /** A signal of ours may end it before it can say anything, or at all. */
  killed?: boolean;
  /** It may be unable to remove what it made, if it says so. */
  mayLeave?: boolean;
}

/** The parts of report.json that are asked here. */
export interface Report {
  verdict: string;
  databases: {
    verdict: string;
    snapshot?: { path: string };
    rehearsal: { outcome: string };
    migratedDatabase?: string;
  }[];
  findings: { rule: string; severity: string; message: string; database?: string }[];
}

export interface Ended extends ActionResult {
  ms: number;
  /** By `performance.now()`. */
  endedAt: number;
  report: Report | undefined;
  /** Folder of the reports. */
  output: string;
  /** Promises that every run makes, and this one has broken. */
  problems: string[];
}

/** Runs the bundle as a step, and asks everything that must be true of any run, whatever was done to it. */
export async function attempt(wanted: Attempt): Promise<Ended> {
  const { place, workspace, limitMs = 60_000, killed = false } = wanted;
  mkdirSync(workspace, { recursive: true });
  const before = fingerprint(workspace);
  const began = performance.now();
  let isOverdue = false;
  let timer: NodeJS.Timeout | undefined;
  const result = await runAction({
    ...wanted,
    entry: ENTRY,
    folder: place,
    inputs: { upload: 'never', ...wanted.inputs },
    started(child: ChildProcess) {
      wanted.started?.(child);
      timer = setTimeout(() => {
        isOverdue = true;
        if (child.pid !== undefined) signal(child.pid, 'SIGKILL');
      }, limitMs);
    },
  });
  clearTimeout(timer);
  const endedAt = performance.now();
  const temp = wanted.env?.RUNNER_TEMP ?? result.temp;
  const output = wanted.inputs?.output ?? join(temp, 'preflight');
  const report = reportIn(output);
  const left = await endProcessesOf(place);
  const problems = [
    ...(isOverdue ? [`it had not ended by itself after ${limitMs} ms`] : []),
    ...left,
    ...differences(before, fingerprint(workspace)),
    ...(killed && result.exitCode === null
      ? []
      : [
          ...leftIn(temp, output, wanted.mayLeave === true && isTold(result)),
          ...contradictions({ ...result, markdown: textOf(join(output, 'report.md')) }, report, wanted),
        ]),
    ...(isOverdue ? [] : silentEnd(result, killed)),
  ];
  return { ...result, temp, ms: endedAt - began, endedAt, output, report, problems };
}

function reportIn(output: string): Report | undefined {
  const path = join(output, 'report.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : undefined;
}

/** Copies of the data in the temporary folder, and halves of reports. */
function leftIn(temp: string, output: string, mayLeaveCopies: boolean): string[] {
  const scratch = (mayLeaveCopies ? [] : readdirSync(temp)).filter((name) =>
    name.startsWith('preflight-copies-'),
  );
  const drafts = existsSync(output) ? readdirSync(output).filter((name) => name.endsWith('.tmp')) : [];
  return [...scratch, ...drafts].map((name) => `${name} is left behind`);
}

/** The sentence about copies that a person has to remove. */
function isTold({ stdout, stderr }: ActionResult): boolean {
  return /could not be removed/.test(stdout + stderr);
}

function silentEnd({ exitCode, stdout, stderr }: ActionResult, killed: boolean): string[] {
  if (exitCode === null) return killed ? [] : ['a signal ended it'];
  if (![0, 1, 2, 3].includes(exitCode)) return [`its exit code is ${exitCode}: ${stderr.slice(0, 300)}`];
  return exitCode !== 0 && stdout + stderr === '' ? ['it failed without a word'] : [];
}

/** The exit codes that may stand beside a verdict. */
const CODES: Readonly<Record<string, readonly number[]>> = {
  cleared: [0],
  warned: [0],
  blocked: [1],
  failed: [2, 3],
};

/** Exit code, outputs, log, summary and reports must say one thing. */
function contradictions(
  result: ActionResult & { markdown: string },
  report: Report | undefined,
  wanted: Attempt,
): string[] {
  const { markdown } = result;
  const { exitCode, outputs, stdout, stderr, summary } = result;
  const verdict = outputs.verdict ?? report?.verdict ?? 'failed';
  const isStrict = wanted.inputs?.['fail-on'] === undefined;
  const found: string[] = [];
  if (isStrict && !(CODES[verdict] ?? []).includes(exitCode ?? -1))
    found.push(`exit code ${exitCode} beside the verdict ${verdict}: ${(stderr || stdout).slice(-300)}`);
  if (report !== undefined && report.verdict !== verdict)
    found.push(`report.json says ${report.verdict}, the outputs ${verdict}`);
  if (exitCode === 0 && report === undefined) found.push('it passed without a report');
  if (exitCode === 1 && report === undefined) found.push('it blames the migration without a report');
  for (const word of saidIn(stdout, summary, markdown))
    if (word !== verdict) found.push(`it says ${word} and ends as ${verdict}`);
  if (report !== undefined && outputs.errors !== undefined) {
    const errors = report.findings.filter(({ severity }) => severity === 'error').length;
    if (outputs.errors !== String(errors))
      found.push(`${outputs.errors} errors told, ${errors} in the report`);
  }
  return found;
}

/** The verdicts in the places where a person looks for one. */
function saidIn(log: string, ...pages: string[]): Set<string> {
  const inLog = log.matchAll(/^(?:✅|⚠️|❌|💥) (CLEARED|WARNED|BLOCKED|FAILED)(?=,|$)/gm);
  const inPages = pages.flatMap((page) => [...page.matchAll(/^# (?:\S+ )?Migration preflight: (\w+)/gm)]);
  return new Set([...inLog, ...inPages].map(([, word = '']) => word.toLowerCase()));
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
