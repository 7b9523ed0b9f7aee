import type { Incident } from '../facts/database.ts';

/** The code of an error of the operating system, such as `ENOSPC`. A message would name folders of this machine. */
export function systemCode(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : 'unknown';
}

/** An incident of the rehearsal for an error of the operating system. `what`: the consequence, in words. */
export function systemIncident(error: unknown, what: string): Incident {
  const code = systemCode(error);
  return { task: 'rehearse', kind: code === 'ENOSPC' ? 'disk-full' : 'error', detail: `${what} (${code})` };
}
