import type { TableChange } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import type { Connection } from '../../sqlite/connection.ts';
import { newColumns, type TablePair } from '../lineage/pairing.ts';
import type { PageEvidence } from './pages/evidence.ts';
import type { PageFile } from './pages/page-file.ts';
import type { SharedLeaves } from './pages/shared-leaves.ts';
import type { Proven } from './proof.ts';
import { defaultValues } from './records/default-values.ts';
import { KeyCursor } from './records/key-cursor.ts';
import { Merge, type RowPairing } from './records/merge.ts';
import type { RecordCursor } from './records/record-cursor.ts';
import type { RecordLayout } from './records/record-layout.ts';
import { Row } from './records/records.ts';
import { RowCursor } from './records/row-cursor.ts';
import { decoder } from './records/value-differences.ts';

/** What is known of a table whose rows are merged. */
interface MergedTable {
  pair: TablePair;
  /** Root pages. */
  roots: { before: number; after: number };
  layout: RecordLayout;
  pairing: RowPairing;
  leaves: SharedLeaves;
}

/** Merges the rows of both sides that are not on shared leaves. */
export function mergeRows(
  connection: Connection,
  { before, after }: PageEvidence,
  { pair, roots, layout, pairing, leaves }: MergedTable,
): Proven {
  const left = {
    cursor: openCursor(before, pair.before, roots.before, leaves),
    row: new Row(layout.before, layout.stored.before, defaultValues(connection, 'old', pair.before)),
  };
  const right = {
    cursor: openCursor(after, pair.after, roots.after, leaves),
    row: new Row(
      [...layout.after, ...layout.added],
      layout.stored.after,
      defaultValues(connection, 'main', pair.after),
    ),
  };
  const decode = decoder(before.header.encoding);
  const merge = new Merge({ before: left, after: right, layout, pairing, decode });
  merge.run();
  const change: TableChange = {
    table: pair.after.name,
    before: leaves.rows + left.cursor.rows,
    after: leaves.rows + right.cursor.rows,
    added: right.cursor.rows - merge.matched,
    removed: left.cursor.rows - merge.matched,
    changed: merge.differences.changed,
    proof: 'records',
    columns: merge.differences.columns(),
  };
  // The rows on shared leaves were written before there were new columns, and hold their defaults.
  const allCounted = leaves.rows === 0 || (merge.newValues.appended && !hasNewDefaults(pair));
  return { change, ...(allCounted && { newValues: merge.newValues.counts() }) };
}

function hasNewDefaults(pair: TablePair): boolean {
  return newColumns(pair).some((column) => column.default !== undefined);
}

function openCursor(file: PageFile, table: Table, root: number, { shared }: SharedLeaves): RecordCursor {
  return table.withoutRowid ? new KeyCursor(file, root) : new RowCursor(file, root, shared);
}
