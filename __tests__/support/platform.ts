import { it } from '@jest/globals';

/** The titles say why: what they need is not there elsewhere. */
export const onLinux = process.platform === 'linux' ? it : it.skip;

/** The same of systems with pipes, devices and permissions. */
export const onUnix = process.platform === 'win32' ? it.skip : it;

/** Linux, and something more that not every machine has; `reason`: what is missing, in the name of the skipped test. */
export function onLinuxIf(has: boolean, reason: string): (name: string, test: () => Promise<void>) => void {
  return has ? onLinux : (name) => it.skip(`${name} (${reason})`, () => {});
}
