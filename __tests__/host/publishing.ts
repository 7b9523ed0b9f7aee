import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreflightRecord } from '../../src/facts/record.ts';
import type { PublishOptions } from '../../src/host/host.ts';
import { type ActionRun, commandsIn, runAction } from '../support/action.ts';
import { writeText } from '../support/scratch.ts';
import { recordOf } from './records.ts';

export interface Publishing extends Partial<Omit<ActionRun, 'folder' | 'entry' | 'args'>> {
  record?: PreflightRecord;
  options?: Partial<PublishOptions>;
}

let made = 0;

/** Publishes a record in a process of its own, as a step; without uploads unless they are asked for. */
export async function publish(folder: string, { record = recordOf(), options, ...run }: Publishing = {}) {
  made += 1;
  const output = join(folder, `output-${made}`);
  const all = { output, upload: 'never', artifactName: 'migration-preflight', ...options };
  const request = writeText(folder, `request-${made}.json`, JSON.stringify({ record, options: all }));
  const entry = fileURLToPath(new URL('./publish-record.ts', import.meta.url));
  const result = await runAction({ ...run, entry, args: [request], folder });
  return { ...result, output: all.output, commands: commandsIn(result.stdout) };
}
