import type { DatabaseFacts } from '../../facts/database.ts';
import type { Declaration } from '../../facts/declared.ts';
import type { Settings } from '../../facts/settings.ts';
import { Pending } from './pending.ts';

/** What is declared and counts in one of the databases: an allowance of a migration that is applied does nothing. */
export function declarationsFor(
  databases: readonly DatabaseFacts[],
  { declared }: Pick<Settings, 'declared'>,
): Declaration[] {
  const pending = new Pending(databases);
  return declared.items.filter(({ migration }) => pending.has(migration));
}
