import { it } from '@jest/globals';

/** The titles say why: what they need is not there elsewhere. */
export const onLinux = process.platform === 'linux' ? it : it.skip;

/** The same of systems with pipes, devices and permissions. */
export const onUnix = process.platform === 'win32' ? it.skip : it;
