import type { DatabaseFacts } from '../../../facts/database.ts';
import type { Table } from '../../../facts/schema.ts';
import { foldName } from '../../../sql/quote.ts';
import { wasRehearsed } from '../view.ts';

interface WorkingName {
  /** Its first group is the name of the table that was being rebuilt, where it has one. */
  pattern: RegExp;
  /** Nobody gives a table such a name: it counts though its original is gone. */
  tool?: string;
}

/** What tools call the new table of a rebuild until it takes the old one's name. */
const WORKING_NAMES: readonly WorkingName[] = [
  { pattern: /^_alembic_tmp_(.+)$/i, tool: 'Alembic' },
  { pattern: /^__new_(.+)$/i, tool: 'Drizzle' },
  { pattern: /^new__(.+)$/i, tool: 'Django' },
  { pattern: /^ef_temp_(.+)$/i, tool: 'EF Core' },
  { pattern: /^__temp__(.+)$/i, tool: 'Laravel or Doctrine' },
  { pattern: /^_knex_temp_alter\d+$/i, tool: 'Knex' },
  { pattern: /^sqlb_temp_table_\d+$/i, tool: 'DB Browser for SQLite' },
  { pattern: /^(?:new|temporary|temp|tmp)_+(.+)$/i },
  { pattern: /^(.+?)_+(?:new|temporary|temp|tmp)$/i },
];

/** A table that a rebuild seems to have left when it was interrupted. */
export interface Leftover {
  table: string;
  /** Absent where it is gone. */
  original?: string;
  /** Absent where many give such names. */
  tool?: string;
}

/**
 * Tables with the working name of a rebuild that were there before; not those that the migration has taken away. A name
 * that could be anybody's counts only beside its original, where one of the two has all columns of the other.
 */
export function leftovers(facts: DatabaseFacts): Leftover[] {
  const tables = (facts.before?.schema.tables ?? []).filter(({ kind }) => kind === 'table');
  const byName = new Map(tables.map((table) => [foldName(table.name), table]));
  const after = wasRehearsed(facts) ? facts.after?.schema.tables : undefined;
  const still = after && new Set(after.map(({ name }) => foldName(name)));
  return tables
    .filter(({ name }) => still?.has(foldName(name)) ?? true)
    .flatMap((table) => leftoverOf(table, byName) ?? []);
}

function leftoverOf(table: Table, tables: ReadonlyMap<string, Table>): Leftover | undefined {
  for (const { pattern, tool } of WORKING_NAMES) {
    const found = pattern.exec(table.name);
    if (found === null) continue;
    const original = tables.get(foldName(found[1] ?? ''));
    if (tool === undefined && (original === undefined || !isVersionOf(table, original))) continue;
    return {
      table: table.name,
      ...(original && { original: original.name }),
      ...(tool !== undefined && { tool }),
    };
  }
  return undefined;
}

function isVersionOf(one: Table, other: Table): boolean {
  const [fewer, more] = [columnsOf(one), columnsOf(other)].toSorted((a, b) => a.length - b.length);
  return fewer?.every((name) => more?.includes(name)) ?? false;
}

function columnsOf({ columns }: Table): string[] {
  return columns.map(({ name }) => foldName(name));
}
