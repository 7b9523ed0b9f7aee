import type { Rename } from '../../../facts/changes.ts';
import type { HealthFacts, Orphans } from '../../../facts/health.ts';
import type { Table } from '../../../facts/schema.ts';
import { quoteName, quoteText, sameName, sameNames } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { MeasurementContext } from '../measurement-context.ts';
import { withoutParent } from './count-orphans.ts';

/** The side that was measured first. */
export interface EarlierSide {
  /** Path of the sealed copy. */
  database: string;
  health: Pick<HealthFacts, 'schema' | 'orphans'>;
  /** Renames since then. */
  renames: readonly Rename[];
}

/**
 * Tells of each foreign key that had orphans before how many of those of now are others: as many may have found a parent
 * as have lost theirs. Nothing is read where one side has none.
 */
export function withIntroduced(
  context: MeasurementContext,
  orphans: readonly Orphans[],
  earlier: EarlierSide | undefined,
): Orphans[] {
  if (earlier === undefined || earlier.health.orphans.length === 0 || orphans.length === 0)
    return [...orphans];
  const { connection, unchecked } = context;
  connection.exec(`ATTACH ${quoteText(earlier.database)} AS old`);
  try {
    return orphans.map((now) => {
      const then = earlier.health.orphans.find((one) => isSame(now, one, earlier.renames));
      if (then === undefined) return now;
      const introduced = attemptRead(unchecked, { check: 'orphans', table: now.table }, () =>
        countOthers(connection, sideOf(now, context.schema), sideOf(then, earlier.health.schema)),
      );
      return introduced === undefined ? now : { ...now, introduced };
    });
  } finally {
    connection.exec('DETACH old');
  }
}

/** The same key, under the names of now. */
function isSame(now: Orphans, then: Orphans, renames: readonly Rename[]): boolean {
  const table = (name: string) =>
    renames.find(({ kind, from }) => kind === 'table' && sameName(from, name))?.to ?? name;
  const column = (name: string) =>
    renames.find((one) => one.kind === 'column' && sameName(one.table, now.table) && sameName(one.from, name))
      ?.to ?? name;
  return (
    sameName(table(then.table), now.table) &&
    sameName(table(then.parent), now.parent) &&
    sameNames(then.columns.map(column), now.columns)
  );
}

interface Side {
  key: Orphans;
  child?: Table;
  parent?: Table;
}

function sideOf(key: Orphans, { tables }: HealthFacts['schema']): Side {
  const child = tables.find(({ name }) => sameName(name, key.table));
  const parent = tables.find(({ name }) => sameName(name, key.parent));
  return { key, ...(child && { child }), ...(parent && { parent }) };
}

/** Orphans of now that were none: by the table's key, or where it has none by how often each value lacks its parent. */
function countOthers(connection: Connection, now: Side, then: Side): number | undefined {
  const isKeyed =
    (now.child?.rowidAlias !== undefined && then.child?.rowidAlias !== undefined) ||
    (now.child?.withoutRowid === true &&
      then.child?.withoutRowid === true &&
      now.child.primaryKey.length === then.child.primaryKey.length);
  const [after, before] = [rowsOf(now, 'main', isKeyed), rowsOf(then, 'old', isKeyed)];
  if (after === undefined || before === undefined) return undefined;
  return connection.number(`SELECT count(*) FROM (${after} EXCEPT ${before})`);
}

function rowsOf({ key, child, parent }: Side, schema: 'main' | 'old', isKeyed: boolean): string | undefined {
  if (child === undefined || parent === undefined) return undefined;
  const columns = isKeyed ? child.primaryKey : key.columns;
  const values = columns.map((name) => `+c.${quoteName(name)}`);
  const terms = values.flatMap((value) => [`typeof(${value})`, `${value} COLLATE BINARY`]);
  const place = isKeyed ? [] : [`row_number() OVER (PARTITION BY ${terms.join(', ')})`];
  return `SELECT ${[...terms, ...place].join(', ')} FROM ${withoutParent({ child, key, parent }, schema)}`;
}
