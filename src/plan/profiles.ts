import type { Profile } from '../facts/plan.ts';
import type { GenericProfile } from '../facts/settings.ts';

/**
 * The generic ways in which production executes SQL files. `plain` is the sqlite3 shell: foreign keys off, each
 * statement commits by itself unless the file says BEGIN.
 */
export const profiles: Readonly<Record<GenericProfile, Profile>> = {
  plain: { name: 'plain', transaction: 'none', foreignKeys: false },
  'autocommit-fk-on': { name: 'autocommit-fk-on', transaction: 'none', foreignKeys: true },
  transaction: { name: 'transaction', transaction: 'file', foreignKeys: true },
  'transaction-fk-off': { name: 'transaction-fk-off', transaction: 'file', foreignKeys: false },
};
