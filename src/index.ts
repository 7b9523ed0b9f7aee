import { enginePath, start } from './entry.ts';

/** Starts the program with the GitHub host. */
await start(async (signal) => {
  const [{ githubHost }, { main }] = await Promise.all([import('./host/github.ts'), import('./main.ts')]);
  return await main(githubHost(process.env), { engine: enginePath(import.meta.dirname), signal });
});
