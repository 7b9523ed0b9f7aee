/**
 * Runs test files one after another in one process, in jest's own runner but without its sandbox of modules, and stops
 * at the first test that fails: several times faster than jest, which loads every module anew for each file.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { addEventHandler, getState, resetState, run } from 'jest-circus';
import { type Coverage, startCoverage } from './coverage.ts';

/** What the process is told, and what it tells of each file. */
export interface WorkerTask {
  files: string[];
  /** Of property tests: a mutant is to meet the same values in every run. */
  seed: number;
  /** Source files of which it is to be told what ran; none makes it faster. */
  covered: string[];
}
/** `loaded`: what ran while modules were loaded, for this test file and all later ones; `ran`: while its tests ran. */
export interface FileReport {
  file: string;
  ms: number;
  loaded: Coverage;
  ran: Coverage;
}
export type WorkerReport = FileReport | { failed: string };

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

process.once('message', ({ files, seed, covered }: WorkerTask) => {
  fc.configureGlobal({ seed });
  void runAll(files, covered);
});
// What a test still does without its parent is of no use.
process.once('disconnect', () => process.exit());

async function runAll(files: readonly string[], covered: readonly string[]): Promise<void> {
  const take = covered.length === 0 ? async () => ({}) : await startCoverage(covered);
  for (const file of files) {
    const start = performance.now();
    let loaded: Coverage = {};
    resetState();
    getState().testTimeout = 30_000;
    try {
      await import(pathToFileURL(file).href);
      loaded = await take();
      const { unhandledErrors } = await run();
      const [error] = unhandledErrors;
      if (error !== undefined) return end({ failed: `${file}: ${error}` });
    } catch (error) {
      return end({ failed: `${file}: ${String(error)}` });
    }
    tell({ file, ms: performance.now() - start, loaded, ran: await take() });
  }
  process.disconnect();
}

function tell(report: WorkerReport): void {
  process.send?.(report);
}

function end(report: WorkerReport): void {
  process.send?.(report, () => process.exit());
}
