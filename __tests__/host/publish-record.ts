import { readFileSync } from 'node:fs';
import { start } from '../../src/entry.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { githubHost } from '../../src/host/github.ts';
import type { PublishOptions } from '../../src/host/host.ts';

/** A step that only publishes: its argument is a file with a record and the options. */
await start(async (signal) => {
  const { record, options } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
    record: PreflightRecord;
    options: PublishOptions;
  };
  return await githubHost(process.env).publish(record, { ...options, signal });
});
