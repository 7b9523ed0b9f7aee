import type { Suite } from './suite.ts';
import { bombs } from './suites/bombs.ts';
import { canaries } from './suites/canaries.ts';
import { confinement } from './suites/confinement.ts';
import { determinism } from './suites/determinism.ts';
import { endless } from './suites/endless.ts';
import { faults } from './suites/faults.ts';
import { fullDisk } from './suites/full-disk.ts';
import { hostile } from './suites/hostile.ts';
import { kill } from './suites/kill.ts';
import { limits } from './suites/limits.ts';
import { malformed } from './suites/malformed.ts';
import { services } from './suites/services.ts';

/** Every suite, in the order of docs/reliability.md. */
export const suites: readonly Suite[] = [
  malformed,
  hostile,
  endless,
  kill,
  faults,
  fullDisk,
  canaries,
  confinement,
  bombs,
  limits,
  services,
  determinism,
];
