import type { Suite } from './suite.ts';
import { kill } from './suites/kill.ts';
import { malformed } from './suites/malformed.ts';

/** Every suite, in the order of docs/reliability.md. */
export const suites: readonly Suite[] = [malformed, kill];
