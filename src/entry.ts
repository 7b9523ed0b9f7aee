import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { neutralise } from './host/writer.ts';
import { nodeProblem } from './node-version.ts';
import { Supervisor } from './supervisor/supervisor.ts';

/**
 * What both entries do: refuse a Node that would end the engine without a word, hand signals on as cancellation, and
 * end with the exit code. Anything thrown, an Error or not, is our own fault: exit code 3.
 */
export async function start(run: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const problem = nodeProblem();
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 2;
    return;
  }
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort());
  try {
    process.exitCode = await run(cancel.signal);
  } catch (error) {
    const text = `The preflight broke: ${error instanceof Error ? error.stack : String(error)}`;
    process.stderr.write(`${text.split('\n').map(neutralise).join('\n')}\n`);
    process.exitCode = 3;
  }
}

/** Lets an engine process come up while the rest of the program is loaded, and ends it whatever happens. */
export async function withSupervisor(
  directory: string,
  temp: string,
  signal: AbortSignal,
  act: (supervisor: Supervisor) => Promise<number>,
): Promise<number> {
  const supervisor = new Supervisor({ engine: enginePath(directory), temp, signal });
  try {
    return await act(supervisor);
  } finally {
    await supervisor.close();
  }
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
