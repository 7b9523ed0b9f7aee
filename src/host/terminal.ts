import { join } from 'node:path';
import type { PreflightRecord } from '../facts/record.ts';
import { placesText, recordText } from '../report/formats/terminal/terminal-text.ts';
import { endingOf, FAULTS } from './failure.ts';
import type { Host, PublishOptions } from './host.ts';
import { writeReports } from './publish/write-reports.ts';
import { type Flag, help, readFlags } from './terminal-flags.ts';
import { neutralise, type Target, type Write, writer } from './writer.ts';

/** What the command line asks for: a run, or a text to print and the exit code. */
export type Request = { host: Host } | { print: string; exitCode: 0 | 2 };

export interface Terminal {
  cwd: string;
  env: NodeJS.ProcessEnv;
  version: string;
  /** Finds the flag that was meant. */
  nearest?: (word: string, known: readonly string[]) => string | undefined;
}

/** The terminal: the inputs as flags, `--fail-on error` or `--fail-on=error`. Needs no variable of GitHub's. */
export function terminal(argv: readonly string[], flags: readonly Flag[], place: Terminal): Request {
  const { help: asksHelp, version, values, mistakes } = readFlags(argv, flags, place.nearest);
  if (asksHelp) return { print: help(flags), exitCode: 0 };
  if (version) return { print: place.version, exitCode: 0 };
  if (mistakes.length > 0) {
    const [first, ...others] = mistakes.map(neutralise);
    return { print: [`${FAULTS.setup}: ${first}`, ...others, 'See --help.'].join('\n'), exitCode: 2 };
  }
  return { host: terminalHost(values, place) };
}

/** The result goes to stdout; what is only for a person who watches goes to stderr. */
function terminalHost(inputs: Record<string, string>, { cwd, env }: Terminal): Host {
  const out = writer(process.stdout, { colours: hasColours(process.stdout, env) });
  const aside = writer(process.stderr, { colours: hasColours(process.stderr, env) });
  return {
    inputs,
    workspace: cwd,
    defaultOutput: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'preflight') : join(cwd, 'preflight-out'),
    ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
    progress: (text) => aside(text, 'dim'),
    publish: async (record, options) => publish(record, options, out, aside),
  };
}

function hasColours(stream: Target & { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !env.NO_COLOR && !env.GITHUB_ACTIONS;
}

function publish(record: PreflightRecord, { output }: PublishOptions, out: Write, aside: Write): number {
  for (const { text, style } of recordText(record)) out(text, style);
  const reports = writeReports(record, output);
  if (!('problem' in reports)) for (const { text, style } of placesText(record, reports)) out(text, style);
  const { exitCode, failure } = endingOf(record, reports);
  if (failure !== undefined) aside(failure, 'red');
  return exitCode;
}
