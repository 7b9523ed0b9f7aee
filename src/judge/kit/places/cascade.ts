import type { ContentCause } from '../../../facts/changes.ts';
import type { DatabaseFacts } from '../../../facts/database.ts';
import type { StatementFacts } from '../../../facts/rehearsal/rehearsal.ts';
import type { ForeignKey, Table } from '../../../facts/schema.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import type { RawFinding } from '../../rule.ts';
import { rebuildWithoutCascade } from '../failures/profile-remedies.ts';
import { sqlOf } from '../failures/statement-text.ts';
import { executedStatements, nameAfter, nameBefore, tableChanges, tablesNamed } from '../view.ts';
import { list } from '../words.ts';
import { contentStatements } from './causes.ts';

/** What a foreign key does to its rows when their parent goes. */
const ACTIONS = new Set(['CASCADE', 'SET NULL', 'SET DEFAULT']);

/** From a table up to one that lost its rows: what went down that way. */
interface Way {
  root: string;
  /** The table's own key. */
  key: ForeignKey;
  /** Tables in between, the root's child first. */
  through: string[];
}

/**
 * The finding with its cause in words where the guilty statement took rows of a parent of the table, or of a parent's
 * parent: with foreign keys on, DROP TABLE deletes the rows first, and the foreign key acts on their children
 * (sqlite.org/lang_droptable.html). After a command nobody knows the statements: there the structure alone tells.
 */
export function withCascade(
  facts: DatabaseFacts,
  finding: RawFinding,
  isMeant: (cause: ContentCause) => boolean,
): RawFinding {
  const { table = '' } = finding;
  if (facts.command !== undefined) return withLikelyCascade(facts, finding);
  for (const statement of contentStatements(facts, table, isMeant)) {
    const told = cascadeOf(facts, nameBefore(facts, table), statement);
    if (told !== undefined) return { ...finding, ...told, message: `${finding.message} ${told.message}` };
  }
  return finding;
}

function cascadeOf(
  facts: DatabaseFacts,
  table: string,
  statement: StatementFacts,
): Pick<RawFinding, 'message' | 'remedy'> | undefined {
  for (const named of statement.names) {
    const isDrop = named.verb === 'drop' && named.kind === 'table';
    if (!isDrop && named.verb !== 'delete' && named.verb !== 'upsert') continue;
    const root = nameAtStart(facts, named.name, statement);
    const way = sameName(root, table) ? undefined : wayFrom(facts, table, (name) => sameName(name, root));
    if (way === undefined) continue;
    const went = `ON DELETE ${way.key.onDelete} went on from there${throughWords(way)}`;
    if (isDrop) {
      const remedy = rebuildWithoutCascade(facts.plan?.profile, way.root);
      return { message: `DROP TABLE ${named.name} deletes its rows first, and ${went}.`, remedy };
    }
    if (named.verb === 'delete')
      return { message: `DELETE FROM ${named.name} took its parents, and ${went}.` };
    if (!/\breplace\b/i.test(sqlOf(facts, statement) ?? '')) continue;
    const remedy =
      'Write INSERT … ON CONFLICT … DO UPDATE instead of REPLACE: it changes the row where it is.';
    return { message: `REPLACE deletes the row of ${named.name} that it replaces, and ${went}.`, remedy };
  }
  return undefined;
}

/** The shortest way; only the table's own key may do something else than delete. */
function wayFrom(facts: DatabaseFacts, table: string, isRoot: (name: string) => boolean): Way | undefined {
  const known = new Set([foldName(table)]);
  let level = keysOf(facts, table).map((key): Way => ({ root: key.parent, key, through: [] }));
  while (level.length > 0) {
    const found = level.find(({ root }) => isRoot(root));
    if (found !== undefined) return found;
    level = level.flatMap(({ root, key, through }) => {
      if (known.has(foldName(root))) return [];
      known.add(foldName(root));
      return keysOf(facts, root)
        .filter(({ onDelete }) => onDelete === 'CASCADE')
        .map(({ parent }) => ({ root: parent, key, through: [root, ...through] }));
    });
  }
  return undefined;
}

/** Those that act, of a table by its name in *before*; of one that the migration made, as it is now. */
function keysOf({ before, after }: DatabaseFacts, name: string): ForeignKey[] {
  const [table]: readonly Table[] = [
    ...tablesNamed(before?.schema.tables, name),
    ...tablesNamed(after?.schema.tables, name),
  ];
  return (table?.foreignKeys ?? []).filter(({ onDelete }) => ACTIONS.has(onDelete));
}

function throughWords({ through }: Way): string {
  return through.length === 0 ? '' : ` by way of ${list(through)}`;
}

/** The name in *before* of what a statement calls so: a rebuild may have set it aside under another one. */
function nameAtStart(facts: DatabaseFacts, name: string, statement: StatementFacts): string {
  const executed = executedStatements(facts);
  const earlier = executed.slice(0, executed.indexOf(statement)).flatMap(({ names }) => names);
  return earlier.reduceRight(
    (current, named) => (named.verb === 'rename-table' && sameName(named.to, current) ? named.name : current),
    name,
  );
}

/** A parent that is another table now, with all its rows, while its child lost some: it was dropped on the way. */
function withLikelyCascade(facts: DatabaseFacts, finding: RawFinding): RawFinding {
  const way = wayFrom(facts, nameBefore(facts, finding.table ?? ''), (name) => wasRebuilt(facts, name));
  if (way === undefined) return finding;
  const { root, key } = way;
  return {
    ...finding,
    message: `${finding.message} Probably ${root} was rebuilt with foreign keys on: DROP TABLE deletes its rows first, and ON DELETE ${key.onDelete} went on from there${throughWords(way)}.`,
    remedy: rebuildWithoutCascade(undefined, root),
  };
}

/** The same text, or the longer one that ADD COLUMN leaves. */
function isAltered(before: string, after: string): boolean {
  return after.startsWith(before.slice(0, Math.max(0, before.lastIndexOf(')'))).trimEnd());
}

function wasRebuilt(facts: DatabaseFacts, name: string): boolean {
  const now = nameAfter(facts, name);
  const [former] = tablesNamed(facts.before?.schema.tables, name);
  const [current] = tablesNamed(facts.after?.schema.tables, now);
  if (former === undefined || current === undefined || isAltered(former.sql, current.sql)) return false;
  return !tableChanges(facts).some(({ table, removed }) => removed > 0 && sameName(table, now));
}
