import type { Incident } from '../facts/database.ts';
import { systemCode } from '../system-error.ts';

/**
 * An incident of the rehearsal for an error of the operating system. `what`: the consequence, in words. Of the error only
 * its code is told: the message names folders of this machine.
 */
export function systemIncident(error: unknown, what: string): Incident {
  const code = systemCode(error) ?? 'unknown';
  return { task: 'rehearse', kind: code === 'ENOSPC' ? 'disk-full' : 'error', detail: `${what} (${code})` };
}
