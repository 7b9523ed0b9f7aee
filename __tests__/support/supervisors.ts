import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { Supervisor } from '../../src/supervisor/supervisor.ts';

/** The engine from its sources. */
export const engine = join(import.meta.dirname, 'engine.ts');

/**
 * A supervisor for the small runs of one test file, and the folder that it works in: starting an engine takes several
 * times as long as such a run. Closed after the last test.
 */
export function sharedSupervisor(folder: string): { supervisor: Supervisor; temp: string } {
  const temp = mkdtempSync(join(folder, 'shared-'));
  const supervisor = new Supervisor({ engine, temp, signal: new AbortController().signal });
  afterAll(() => supervisor.close());
  return { supervisor, temp };
}
