import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, CommandContext } from './commands/cli-command.ts';
import { hideEnvironment } from './hide-environment.ts';
import type { Host } from './host/host.ts';
import { neutralise } from './host/writer.ts';
import { nodeProblem } from './node-version.ts';
import { Supervisor } from './supervisor/supervisor.ts';

/** What an entry gives to the command that it starts. */
export interface Entry {
  /** Of the entry's own file; absolute. */
  directory: string;
  /** Folder for copies of the snapshots. */
  temp: string;
  host(): Promise<Host>;
  operands?: readonly string[];
}

/** What still keeps the process up so long after its last word, or after an error that nobody expected, is not waited for. */
const LAST_MS = 5000;

/**
 * What both entries do: refuse a Node that would end the engine without a word, hide the environment, hand signals on as cancellation, and
 * end with the exit code. Anything thrown, an Error or not, is our own fault: exit code 3.
 */
export async function start(command: Command, entry: Entry): Promise<void> {
  const problem = nodeProblem();
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  hideEnvironment();
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
  // Node would end with 1, which is the exit code of a migration with problems.
  process.on('uncaughtException', (error) => {
    tell(error);
    cancel.abort();
    setTimeout(() => process.exit(process.exitCode ?? 3), LAST_MS);
  });
  try {
    process.exitCode = await command.run(contextOf(entry, cancel.signal));
  } catch (error) {
    tell(error);
    process.exitCode = 3;
  }
  setTimeout(() => process.exit(), LAST_MS).unref();
}

function tell(error: unknown): void {
  const text = `The preflight broke: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${text.split('\n').map(neutralise).join('\n')}\n`);
}

function contextOf({ directory, temp, host, operands = [] }: Entry, signal: AbortSignal): CommandContext {
  return {
    host,
    operands,
    signal,
    async withSupervisor(act) {
      const supervisor = new Supervisor({ engine: enginePath(directory), temp, signal });
      try {
        return await act(supervisor);
      } finally {
        const { problem } = await supervisor.close();
        if (problem !== undefined) process.stderr.write(`${neutralise(problem)}\n`);
      }
    },
    print(line, kind) {
      (kind === 'result' ? process.stdout : process.stderr).write(`${neutralise(line)}\n`);
    },
  };
}

/** The engine's entry, beside the bundle (dist/engine), beside dist/cli, or in the sources. */
function enginePath(directory: string): string {
  const places = [
    join(directory, 'engine/index.js'),
    join(directory, '../engine/index.js'),
    join(directory, 'engine/task.ts'),
  ];
  return places.find((place) => existsSync(place)) ?? join(directory, 'engine/task.js');
}
