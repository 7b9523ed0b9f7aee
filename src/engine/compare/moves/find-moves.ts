import type { Move, ObjectChange, TableChange } from '../../../facts/changes.ts';
import type { Column, Table } from '../../../facts/schema.ts';
import { quoteName, sameName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import { isGone } from '../content/sql/keyed-rows.ts';
import { uniqueKey } from '../content/sql/pairing-key.ts';
import { MOST_COLUMNS_TO_SORT } from '../content/sql/strict-sql.ts';
import type { Lineage } from '../lineage/lineage.ts';
import type { Pairing, TablePair } from '../lineage/pairing.ts';
import { countMissing } from './count-missing.ts';
import { type Destination, destinationsOf, linkOf } from './destinations.ts';

interface Search {
  context: ComparisonContext;
  pairing: Pairing;
  lineage: Lineage;
}

/**
 * Follows what is gone from where it was to where statements copied it: values of dropped columns, rows of dropped tables
 * and deleted rows. Nothing is read where nothing was copied. What follows is proven row by row, by the key or a foreign
 * key; without them by how often each value is there.
 */
export function findMoves(
  search: Search,
  objects: readonly ObjectChange[],
  changes: readonly TableChange[],
): Move[] {
  const { context, pairing } = search;
  const gone = objects.filter(({ change, held = 0 }) => change === 'removed' && held > 0);
  const attempted = (table: string, act: () => Move | undefined) =>
    attemptRead([], { check: 'content', table }, act) ?? [];
  return [
    ...gone.flatMap((object) => {
      const { kind, name, table = name } = object;
      if (kind === 'table') {
        const source = context.before.tables.find((one) => one.name === name);
        return source === undefined ? [] : attempted(name, () => movedRows(search, source));
      }
      const pair = pairing.pairs.find(({ after }) => after.name === table);
      const column = pair?.before.columns.find((one) => one.name === name);
      if (kind !== 'column' || pair === undefined || column === undefined) return [];
      return attempted(table, () => movedColumn(search, pair, column));
    }),
    ...changes.flatMap(({ table, removed }) => {
      const pair = pairing.pairs.find(({ after }) => after.name === table);
      return removed === 0 || pair === undefined
        ? []
        : attempted(table, () => movedRows(search, pair.before, pair));
    }),
  ];
}

/** The values of a dropped column, each in the row that belongs to its own. An empty text is no value. */
function movedColumn({ context, lineage }: Search, pair: TablePair, column: Column): Move | undefined {
  const { connection, after } = context;
  const all = destinationsOf(pair.before, lineage, after.tables);
  const destinations = all.flatMap((one) => {
    const own = one.columns.find(({ from }) => from === column);
    return own === undefined ? [] : [{ ...one, into: own.into }];
  });
  if (destinations.length === 0) return undefined;
  const key = uniqueKey(pair)?.map(({ before }) => before);
  const linked = key && destinations.map((one) => linkOf(pair.before, key, one, pair));
  const isLinked = linked?.every((link) => link !== undefined) ?? false;
  const keys = isLinked && key ? key.map(({ name }) => `b.${quoteName(name)}`) : [];
  const value = `b.${quoteName(column.name)}`;
  const source = `SELECT ${named([...keys, value])} FROM old.${quoteName(pair.before.name)} AS b
    WHERE ${value} IS NOT NULL AND ${value} IS NOT ''`;
  const targets = destinations.map(({ table, into }, at) => {
    const link = isLinked ? linked?.[at] : undefined;
    const from = link?.from ?? `main.${quoteName(table.name)} AS v`;
    return `SELECT ${named([...(link?.key ?? []), `v.${quoteName(into.name)}`])} FROM ${from}`;
  });
  const { rows, unpaired, nowhere } = countMissing(
    connection,
    source,
    [...new Set(targets)],
    keys.length + 1,
  );
  return moveOf({ kind: 'column', table: pair.after.name, column: column.name }, destinations, {
    ...{ of: rows, nowhere, isProven: unpaired === 0 },
    columns: new Set([column]),
  });
}

/** Rows of a table that is gone, or that are gone from one: each with all that it held. */
function movedRows({ context, lineage }: Search, source: Table, pair?: TablePair): Move | undefined {
  const { connection, after } = context;
  if (source.kind !== 'table') return undefined;
  const elsewhere = after.tables.filter((table) => table !== pair?.after);
  const destinations = destinationsOf(source, lineage, elsewhere);
  if (destinations.length === 0) return undefined;
  const key = pair && uniqueKey(pair);
  // Without a key nobody knows which of the rows are gone.
  if (pair !== undefined && key === undefined) return undefined;
  const rows =
    pair === undefined || key === undefined
      ? `old.${quoteName(source.name)} AS b`
      : `old.${quoteName(source.name)} AS b WHERE ${isGone(pair, key)}`;
  const held = heldColumns(context, source, rows);
  // A number that the table gave itself is no content where its rows get other ones.
  const isCopied = (column: Column) =>
    destinations.some(({ columns }) => columns.some(({ from }) => from === column));
  const needed = held.filter((column) => isCopied(column) || !sameName(column.name, source.rowidAlias ?? ''));
  const whole = destinations.filter(({ columns }) =>
    needed.every((column) => columns.some(({ from }) => from === column)),
  );
  if (needed.length === 0 || needed.length > MOST_COLUMNS_TO_SORT) return undefined;
  const kind = pair === undefined ? 'table' : 'rows';
  const subject = { kind, table: pair?.after.name ?? source.name } as const;
  if (whole.length === 0) return dividedRows(connection, { source, rows, needed, destinations }, subject);
  const values = needed.map(({ name }) => `b.${quoteName(name)}`);
  const targets = whole.map(({ table, columns }) => {
    const into = needed.map((column) => columns.find(({ from }) => from === column)?.into.name ?? '');
    return `SELECT ${named(into.map((name) => `v.${quoteName(name)}`))} FROM main.${quoteName(table.name)} AS v`;
  });
  const counts = countMissing(
    connection,
    `SELECT ${named(values)} FROM ${rows}`,
    [...new Set(targets)],
    needed.length,
  );
  return moveOf(
    { kind: pair === undefined ? 'table' : 'rows', table: pair?.after.name ?? source.name },
    whole,
    {
      ...{ of: counts.rows, nowhere: counts.nowhere, isProven: counts.unpaired === 0 },
      columns: new Set(needed),
    },
  );
}

interface Division {
  source: Table;
  /** FROM clause over the rows that are gone, as `b`. */
  rows: string;
  needed: readonly Column[];
  destinations: readonly Destination[];
}

/** Rows whose columns went to several tables, each with the key; only where nothing is missing. */
function dividedRows(
  connection: Connection,
  { source, rows, needed, destinations }: Division,
  subject: Pick<Move, 'kind' | 'table'>,
): Move | undefined {
  const key = needed.filter(({ name }) => source.primaryKey.some((own) => sameName(own, name)));
  if (key.length === 0 || key.length !== source.primaryKey.length) return undefined;
  const rest = needed.filter((column) => !key.includes(column));
  const keys = key.map(({ name }) => `b.${quoteName(name)}`);
  const isWhole = rest.every((column) => {
    const value = `b.${quoteName(column.name)}`;
    const targets = destinations.flatMap((one) => {
      const into = one.columns.find(({ from }) => from === column)?.into;
      const link = into && linkOf(source, key, one, undefined);
      return link ? [`SELECT ${named([...link.key, `v.${quoteName(into.name)}`])} FROM ${link.from}`] : [];
    });
    if (targets.length === 0) return false;
    const held = `SELECT ${named([...keys, value])} FROM ${rows} ${rows.includes(' WHERE ') ? 'AND' : 'WHERE'} ${value} IS NOT NULL`;
    return countMissing(connection, held, [...new Set(targets)], key.length + 1).unpaired === 0;
  });
  if (!isWhole) return undefined;
  const of = connection.number(`SELECT count(*) FROM ${rows}`);
  return moveOf(subject, destinations, { of, nowhere: 0, isProven: true, columns: new Set(needed) });
}

/** The columns that hold a value in one of the rows. */
function heldColumns({ connection }: ComparisonContext, { columns }: Table, rows: string): Column[] {
  const stored = columns.filter(({ generated }) => generated === undefined);
  const counts = stored.map(({ name }) => `count(b.${quoteName(name)})`);
  const [held = []] = connection.rows(`SELECT ${counts.join(', ')} FROM ${rows}`);
  return stored.filter((_, at) => Number(held[at]) > 0);
}

interface Found {
  of: number;
  nowhere: number;
  isProven: boolean;
  columns: ReadonlySet<Column>;
}

function moveOf(
  subject: Pick<Move, 'kind' | 'table' | 'column'>,
  destinations: readonly Destination[],
  { of, nowhere, isProven, columns }: Found,
): Move | undefined {
  if (of === 0 || (nowhere === 0 && !isProven)) return undefined;
  const places = new Map(
    destinations.map(({ table, columns: copied }) => {
      const own = copied.filter(({ from }) => columns.has(from));
      return [
        table.name,
        { table: table.name, columns: own.map(({ from, into }) => ({ from: from.name, into: into.name })) },
      ];
    }),
  );
  const statement = Math.max(...destinations.map((one) => one.statement));
  return { ...subject, of, nowhere, places: [...places.values()], statement };
}

function named(values: readonly string[]): string {
  return values.map((value, at) => `+${value} AS v${at}`).join(', ');
}
