import type { Column, ForeignKey, Table } from '../../../facts/schema.ts';
import { foldName, quoteName, sameName, sameNames } from '../../../sql/quote.ts';
import type { Lineage } from '../lineage/lineage.ts';
import type { TablePair } from '../lineage/pairing.ts';

/** A table of *after* into which a statement copied columns of one of *before*. */
export interface Destination {
  /** Index among what the executed statements name. */
  statement: number;
  table: Table;
  columns: { from: Column; into: Column }[];
}

/** Where statements copied columns of a table of *before* to, as far as those tables are still there. */
export function destinationsOf({ name }: Table, { last }: Lineage, tables: readonly Table[]): Destination[] {
  return tables.flatMap((table) => {
    if (table.kind !== 'table') return [];
    const transfers = last.get(foldName(table.name))?.transfers ?? [];
    return transfers
      .filter(({ source }) => source === foldName(name))
      .map(({ statement, columns }) => ({
        statement,
        table,
        columns: columns.flatMap(({ from, into }) => {
          const column = table.columns.find((own) => foldName(own.name) === into.name);
          return column === undefined ? [] : [{ from, into: column }];
        }),
      }))
      .filter(({ columns }) => columns.length > 0);
  });
}

/** A FROM clause in which `v` is a row of the destination, and what tells there which row of *before* it belongs to. */
export interface Link {
  from: string;
  /** One for each column of the source's key. */
  key: string[];
}

/**
 * How rows of a destination lead back to the rows whose values they got: the key was copied too; they are the rows of the
 * table itself; or a foreign key leads from one to the other. `key`: unique in *before*. `pair`: the source where it is
 * still there.
 */
export function linkOf(
  source: Table,
  key: readonly Column[],
  { table, columns }: Destination,
  pair: TablePair | undefined,
): Link | undefined {
  const own = `main.${quoteName(table.name)} AS v`;
  const columnOf = (alias: string, name: string) => `${alias}.${quoteName(name)}`;
  const partnerOf = (column: Column) => pair?.columns.find(({ before }) => before === column)?.after.name;
  const kept = key.map(partnerOf);
  if (pair?.after === table)
    return kept.every((name) => name !== undefined)
      ? { from: own, key: kept.map((name) => columnOf('v', name)) }
      : undefined;
  const copied = key.map((column) => columns.find(({ from }) => from === column)?.into.name);
  if (copied.every((name) => name !== undefined))
    return { from: own, key: copied.map((name) => columnOf('v', name)) };
  const keyNames = key.map(({ name }) => name);
  const child = table.foreignKeys.find(
    ({ parent, parentColumns }) =>
      sameName(parent, pair?.after.name ?? source.name) &&
      sameNames(
        parentColumns,
        kept.map((name, at) => name ?? keyNames[at] ?? ''),
      ),
  );
  if (child !== undefined) return { from: own, key: child.columns.map((name) => columnOf('v', name)) };
  // The source refers to the destination, after the migration or already before it.
  const [referring, alias, names] = pair
    ? [pair.after, `main.${quoteName(pair.after.name)}`, kept]
    : [source, `old.${quoteName(source.name)}`, keyNames];
  const parent = referring.foreignKeys.find((one) => sameName(one.parent, table.name));
  if (parent === undefined || !names.every((name) => name !== undefined)) return undefined;
  return {
    from: `${alias} AS s JOIN ${own} ON ${joined(parent)}`,
    key: names.map((name) => columnOf('s', name)),
  };
}

function joined({ columns, parentColumns }: ForeignKey): string {
  return columns
    .map((name, at) => `v.${quoteName(parentColumns[at] ?? '')} = s.${quoteName(name)}`)
    .join(' AND ');
}
