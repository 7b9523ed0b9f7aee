import { inputs } from '../settings/inputs.ts';
import type { Command } from './cli-command.ts';

export const rehearse: Command = {
  name: 'rehearse',
  summary: 'Rehearses a SQLite migration on a copy of a database and proves what happens to every row.',
  inputs,
  async run({ host, withSupervisor, signal }) {
    return await withSupervisor(async (supervisor) => {
      const [loaded, { main }] = await Promise.all([
        host(),
        import(/* webpackChunkName: "preflight" */ '../main.ts'),
      ]);
      return await main(loaded, supervisor, signal);
    });
  },
};
