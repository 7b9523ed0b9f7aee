import type { ContentCause } from '../../facts/changes.ts';
import type { DatabaseFacts } from '../../facts/database.ts';
import { sameName } from '../../sql/quote.ts';
import type { RawFinding } from '../rule.ts';
import { contentStatements } from './causes.ts';
import { nameBefore, tablesNamed } from './view.ts';

/** What a foreign key does to its rows when their parent goes. */
const ACTIONS = new Set(['CASCADE', 'SET NULL', 'SET DEFAULT']);

/**
 * The finding with its cause in words where the guilty statement dropped a parent of the table: with foreign keys on,
 * DROP TABLE deletes the rows first, and the foreign key acts on their children (sqlite.org/lang_droptable.html).
 */
export function withCascade(
  facts: DatabaseFacts,
  finding: RawFinding,
  isMeant: (cause: ContentCause) => boolean,
): RawFinding {
  const { table = '' } = finding;
  const [statement] = contentStatements(facts, table, isMeant);
  const dropped = (statement?.names ?? []).flatMap((named) =>
    named.verb === 'drop' && named.kind === 'table' ? [named.name] : [],
  );
  const [former] = tablesNamed(facts.before?.schema.tables, nameBefore(facts, table));
  const key = former?.foreignKeys.find(
    ({ parent, onDelete }) => ACTIONS.has(onDelete) && dropped.some((name) => sameName(name, parent)),
  );
  if (key === undefined) return finding;
  return {
    ...finding,
    message: `${finding.message} DROP TABLE ${key.parent} deletes its rows first, and ON DELETE ${key.onDelete} went on from there.`,
    remedy:
      'Rebuild the parent with foreign keys off: PRAGMA foreign_keys=OFF must stand before the transaction begins, inside it does nothing. Where production has them off anyway, set `foreign-keys: off`.',
  };
}
