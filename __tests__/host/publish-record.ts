import { readFileSync } from 'node:fs';
import type { Command } from '../../src/commands/cli-command.ts';
import { start } from '../../src/entry.ts';
import type { PreflightRecord } from '../../src/facts/record.ts';
import { githubHost } from '../../src/host/github.ts';
import type { PublishOptions } from '../../src/host/host.ts';

/** A step that only publishes: its argument is a file with a record and the options. */
const publish: Command = {
  name: 'publish',
  summary: 'Publishes a record.',
  inputs: [],
  async run({ host, signal }) {
    const { record, options } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
      record: PreflightRecord;
      options: PublishOptions;
    };
    return await (await host()).publish(record, { ...options, signal });
  },
};

await start(publish, {
  directory: import.meta.dirname,
  temp: '',
  host: async () => githubHost(process.env),
});
