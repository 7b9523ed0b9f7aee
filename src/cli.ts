#!/usr/bin/env node
import { tmpdir } from 'node:os';
import { start, withSupervisor } from './entry.ts';

/** Starts the program with the terminal host. */
await start(async (signal) => {
  const [{ terminal }, { nearest }, { inputs }, { VERSION }] = await Promise.all([
    import('./host/terminal.ts'),
    import('./settings/did-you-mean.ts'),
    import('./settings/inputs.ts'),
    import('./version.ts'),
  ]);
  const place = { cwd: process.cwd(), env: process.env, version: VERSION, nearest };
  const request = terminal(process.argv.slice(2), inputs, place);
  if ('host' in request) {
    return await withSupervisor(import.meta.dirname, tmpdir(), signal, async (supervisor) => {
      const { main } = await import('./main.ts');
      return await main(request.host, supervisor, signal);
    });
  }
  (request.exitCode === 0 ? process.stdout : process.stderr).write(`${request.print}\n`);
  return request.exitCode;
});
