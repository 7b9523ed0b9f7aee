#!/usr/bin/env node
import { enginePath, start } from './entry.ts';

/** Starts the program with the terminal host. */
await start(async (signal) => {
  const [{ terminal }, { main }, { nearest }, { inputs }, { VERSION }] = await Promise.all([
    import('./host/terminal.ts'),
    import('./main.ts'),
    import('./settings/did-you-mean.ts'),
    import('./settings/inputs.ts'),
    import('./version.ts'),
  ]);
  const place = { cwd: process.cwd(), env: process.env, version: VERSION, nearest };
  const request = terminal(process.argv.slice(2), inputs, place);
  if ('host' in request) return await main(request.host, { engine: enginePath(import.meta.dirname), signal });
  (request.exitCode === 0 ? process.stdout : process.stderr).write(`${request.print}\n`);
  return request.exitCode;
});
