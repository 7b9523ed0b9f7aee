import type { TableSwap } from '../../../facts/meaning/meaning-facts.ts';
import type { Table } from '../../../facts/schema.ts';
import { foldName, quoteName, sameName } from '../../../sql/quote.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import { compareContent } from '../content/sql/table-content.ts';
import type { ColumnPair, Pairing, TablePair } from '../lineage/pairing.ts';

/**
 * Names of *before* that another table of *before* has now, with what their former rows have become there. The
 * comparison follows both tables to their new names and finds nothing changed; whoever reads by the name does.
 */
export function findSwaps(context: ComparisonContext, { pairs }: Pairing): TableSwap[] {
  const { before, after } = context;
  const namesakes = new Map(before.tables.map((table) => [foldName(table.name), table]));
  return after.tables.flatMap((current) => {
    const former = namesakes.get(foldName(current.name));
    const origin = pairs.find((pair) => pair.after === current)?.before;
    if (former === undefined || origin === undefined || origin === former) return [];
    const counts =
      former.kind === 'table' && current.kind === 'table' && rowsLacking(context, former, current);
    if (!counts) return [];
    const to = pairs.find((pair) => pair.before === former)?.after.name;
    return [{ table: current.name, from: origin.name, ...(to !== undefined && { to }), ...counts }];
  });
}

function rowsLacking({ connection }: ComparisonContext, before: Table, after: Table) {
  const pair: TablePair = { before, after, columns: namesakesOf(before, after) };
  // What cannot be read here, the comparison has noted already.
  const all = attemptRead([], { check: 'content' }, () =>
    connection.number(`SELECT count(*) FROM old.${quoteName(before.name)} NOT INDEXED`),
  );
  if (all === undefined) return undefined;
  if (pair.columns.length === 0) return { rows: all, missing: all, changed: 0 };
  const change = compareContent(connection, pair, []);
  return change && { rows: change.before, missing: change.removed, changed: change.changed };
}

function namesakesOf(before: Table, after: Table): ColumnPair[] {
  return before.columns.flatMap((column) => {
    const partner = after.columns.find(({ name }) => sameName(name, column.name));
    return partner === undefined ? [] : [{ before: column, after: partner }];
  });
}
