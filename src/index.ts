import { tmpdir } from 'node:os';
import { rehearse } from './commands/rehearse.ts';
import { start } from './entry.ts';

/** Starts a rehearsal with the GitHub host. */
await start(rehearse, {
  directory: import.meta.dirname,
  temp: process.env.RUNNER_TEMP || tmpdir(),
  host: async () =>
    (await import(/* webpackChunkName: "preflight" */ './host/github.ts')).githubHost(process.env),
});
