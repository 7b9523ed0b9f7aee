import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { onLinux } from './support/platform.ts';

const module = join(import.meta.dirname, '../src/hide-environment.ts');

/** Says what the process, its children and its neighbours see of the environment that it was started with. */
const SCRIPT = `
  import { execFileSync } from 'node:child_process';
  import { hideEnvironment } from ${JSON.stringify(module)};
  const neighbour = () => execFileSync('/bin/sh', ['-c', 'tr "\\\\0" "\\\\n" < /proc/$PPID/environ'], { env: {} }).toString();
  const before = neighbour();
  const hidden = hideEnvironment();
  const child = execFileSync('/bin/sh', ['-c', 'echo $CANARY']).toString().trim();
  console.log(JSON.stringify({ before, hidden, after: neighbour(), own: process.env, child }));`;

onLinux('leaves nothing for others to read, and everything for this process and its children', () => {
  const env = {
    PATH: process.env.PATH,
    CANARY: 'secret \u00e4=1',
    ACTIONS_RUNTIME_TOKEN: 'token',
    EMPTY: '',
  };
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], { env });
  const seen = JSON.parse(run.stdout.toString());
  expect(seen.before).toContain('ACTIONS_RUNTIME_TOKEN=token');
  expect(seen).toMatchObject({ hidden: true, own: env, child: env.CANARY });
  expect(seen.after.replaceAll('\n', '')).toBe('');
});
