import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PreflightRecord } from '../facts/record.ts';
import { renderLog } from '../report/log.ts';
import type { Host, PublishOptions } from './host.ts';
import { migratedDatabases } from './publish/outputs.ts';
import { writeReports } from './publish/reports.ts';
import { writer } from './writer.ts';

export interface Flag {
  name: string;
  description: string;
}

/** What the command line asks for: a run, or a text to print and the exit code. */
export type Request = { host: Host } | { print: string; exitCode: 0 | 2 };

/** The terminal: the inputs as flags, `--fail-on error` or `--fail-on=error`. Needs no variable of GitHub's. */
export function terminal(
  argv: readonly string[],
  flags: readonly Flag[],
  place: { cwd: string; env: NodeJS.ProcessEnv; version: string },
): Request {
  const options = Object.fromEntries(flags.map(({ name }) => [name, { type: 'string' } as const]));
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { ...options, help: { type: 'boolean' }, version: { type: 'boolean' } },
      strict: true,
    });
    if (values.help === true) return { print: help(flags), exitCode: 0 };
    if (values.version === true) return { print: place.version, exitCode: 0 };
    return { host: terminalHost(values as Record<string, string | undefined>, place.cwd, place.env) };
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    return { print: `The set-up is wrong: ${sentence}. See --help.`, exitCode: 2 };
  }
}

function help(flags: readonly Flag[]): string {
  const width = Math.max(...flags.map(({ name }) => name.length)) + 4;
  const lines = flags.map(({ name, description }) => `  ${`--${name}`.padEnd(width)}${description}`);
  return [
    'Rehearses a SQLite migration on a copy of a database and proves what happens to every row.',
    '',
    'sqlite-preflight --database FILE [--migrations FOLDER] [FLAG VALUE …]',
    '',
    ...lines,
    '',
    'Exit code: 0 nothing reached fail-on, 1 the migration has problems, 2 the set-up is wrong, 3 the preflight broke.',
  ].join('\n');
}

function terminalHost(inputs: Record<string, string | undefined>, cwd: string, env: NodeJS.ProcessEnv): Host {
  const write = writer(process.stdout);
  const defaultOutput = env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'preflight') : join(cwd, 'preflight-out');
  return {
    inputs,
    workspace: cwd,
    defaultOutput,
    temp: env.RUNNER_TEMP || tmpdir(),
    progress: write,
    publish: async (record, options) => publish(record, options, write),
  };
}

function publish(record: PreflightRecord, { output }: PublishOptions, write: (line: string) => void): number {
  for (const { title, lines } of renderLog(record)) {
    write('');
    write(title);
    for (const line of lines) write(`  ${line}`);
  }
  for (const database of record.databases) {
    write('');
    write(database.recommendation);
    for (const [at, step] of database.nextSteps.entries()) write(`  ${at + 1}. ${step}`);
  }
  try {
    const { json, markdown } = writeReports(record, output);
    write('');
    for (const path of [markdown, json, ...migratedDatabases(record)]) write(path);
    return record.exitCode;
  } catch (error) {
    write(
      `The preflight broke: the reports cannot be written to ${output}: ${(error as Error).message}. Give another folder as --output.`,
    );
    return 3;
  }
}
