/**
 * Runs test files one after another in one process, in jest's own runner but without its sandbox of modules, and stops
 * at the first test that fails: several times faster than jest, which loads every module anew for each file.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { addEventHandler, getState, resetState, run } from 'jest-circus';

/** What the process is told, and what it tells of each file. */
export interface WorkerTask {
  files: string[];
  /** Of property tests: a mutant is to meet the same values in every run. */
  seed: number;
}
export type WorkerReport = { file: string; ms: number } | { failed: string };

const JEST = '@jest/globals';
const globals = pathToFileURL(`${import.meta.dirname}/jest-globals.ts`).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === JEST ? { url: globals, shortCircuit: true } : next(specifier, context),
});

addEventHandler(({ name, ...event }) => {
  if (name !== 'test_done' || !('test' in event)) return;
  const [error] = event.test.errors;
  if (error !== undefined) end({ failed: `${event.test.parent.name} ${event.test.name}` });
});

process.once('message', ({ files, seed }: WorkerTask) => {
  fc.configureGlobal({ seed });
  void runAll(files);
});

async function runAll(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const start = performance.now();
    resetState();
    getState().testTimeout = 30_000;
    try {
      await import(pathToFileURL(file).href);
      const { unhandledErrors } = await run();
      const [error] = unhandledErrors;
      if (error !== undefined) return end({ failed: `${file}: ${error}` });
    } catch (error) {
      return end({ failed: `${file}: ${String(error)}` });
    }
    tell({ file, ms: performance.now() - start });
  }
  process.disconnect();
}

function tell(report: WorkerReport): void {
  process.send?.(report);
}

function end(report: WorkerReport): void {
  process.send?.(report, () => process.exit());
}
