import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { main } from '../../src/main.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';

/** A real run, and what came of it. `prepare` fills an empty workspace and gives the inputs. */
export type Run = (prepare: (workspace: string) => Record<string, string>) => Promise<PreflightRecord>;

const engine = join(import.meta.dirname, '../../src/engine/task.ts');

/** The runs of `act` share their engine processes, and leave nothing behind. */
export async function withRuns<Result>(act: (run: Run) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-preview-'));
  const { signal } = new AbortController();
  const supervisor = new Supervisor({ engine, temp: join(folder, 'temp'), signal });
  try {
    return await act((prepare) => recordOf(folder, prepare, supervisor, signal));
  } finally {
    await supervisor.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function recordOf(
  folder: string,
  prepare: Parameters<Run>[0],
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<PreflightRecord> {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  let published: PreflightRecord | undefined;
  const host = {
    inputs: prepare(workspace),
    workspace,
    defaultOutput: mkdtempSync(join(folder, 'output-')),
    progress: () => {},
    watch: () => {},
    async publish(record: PreflightRecord) {
      published = record;
      return record.exitCode;
    },
  };
  await main(host, supervisor, signal);
  if (published === undefined) throw new Error('the run published nothing');
  return published;
}
