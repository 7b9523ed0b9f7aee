import { tmpdir } from 'node:os';
import { start, withSupervisor } from './entry.ts';

/** Starts the program with the GitHub host. */
await start(async (signal) => {
  const temp = process.env.RUNNER_TEMP || tmpdir();
  return await withSupervisor(import.meta.dirname, temp, signal, async (supervisor) => {
    const [{ githubHost }, { main }] = await Promise.all([import('./host/github.ts'), import('./main.ts')]);
    return await main(githubHost(process.env), supervisor, signal);
  });
});
