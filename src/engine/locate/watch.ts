import type { Cause, ChangeFacts, ContentCause, ObjectChange, Rename } from '../../facts/changes.ts';
import type { Schema } from '../../facts/schema.ts';
import { foldName, sameName } from '../../sql/quote.ts';
import { ancestry, type Lineage, newVersion, type TableVersion } from '../compare/lineage/lineage.ts';
import type { Pairing, TablePair } from '../compare/lineage/pairing.ts';
import { guiltyStatement, type Reading } from './cause.ts';
import { type Harm, harmsOf, type Measured } from './difference.ts';
import { isInner } from './object-difference.ts';

/** One harm that is followed through the plan, and what was read of it so far, by version. */
interface Followed {
  readings: Map<TableVersion, Reading[]>;
  /** The version that *after* has. */
  last: TableVersion;
  /** What the comparison of the finished migration counted. */
  expected: number;
}

export interface FollowedHarm extends Followed {
  harm: Harm;
  /** Folded name of its column in *before*. */
  column?: string;
}

/** A table whose rows or values differ, and all the tables that it was on the way. */
export interface WatchedTable extends Omit<Measured, 'reference'> {
  incarnations: TableVersion[];
  harms: FollowedHarm[];
}

export interface WatchedObject extends Followed {
  object: ObjectChange;
  /** For what is inside a table: that table. */
  pair?: TablePair;
  incarnations: TableVersion[];
}

/** All that a replay looks at. */
export interface Watch {
  /** The schema of *before*. */
  former: Schema;
  renames: readonly Rename[];
  tables: WatchedTable[];
  objects: WatchedObject[];
}

/** Tables in which something was lost, changed or added to what was there. */
export function tablesToWatch(
  changes: ChangeFacts,
  { pairs }: Pairing,
  { first, last }: Lineage,
): WatchedTable[] {
  return changes.tables.flatMap((change) => {
    const harms = harmsOf(change);
    const pair = pairs.find(({ after }) => sameName(after.name, change.table));
    if (pair === undefined || harms.length === 0) return [];
    const version = last.get(foldName(pair.after.name)) ?? first.get(foldName(pair.before.name));
    if (version === undefined) return [];
    const incarnations = ancestry(version);
    const followed = harms.map((harm) => {
      const column = pair.columns.find(({ after }) => after.name === harm.column)?.before.name;
      const subject = { harm, ...(column !== undefined && { column: foldName(column) }) };
      return { ...subject, ...follow(version, harm.expected) };
    });
    return [{ pair, change, incarnations, harms: followed }];
  });
}

/** Objects that are gone or other ones. Whole tables are not among them: the lineage alone tells when one went. */
export function objectsToWatch(changes: ChangeFacts, { pairs }: Pairing, { last }: Lineage): WatchedObject[] {
  const lost = changes.objects.filter(
    ({ kind, change }) => kind !== 'table' && (change === 'removed' || change === 'changed'),
  );
  return lost.flatMap((object): WatchedObject[] => {
    if (!isInner(object)) {
      const version = newVersion(-1, '');
      return [{ object, incarnations: [version], ...follow(version, 1) }];
    }
    const pair = pairs.find(({ after }) => sameName(after.name, object.table ?? ''));
    const version = pair && last.get(foldName(pair.after.name));
    if (pair === undefined || version === undefined) return [];
    return [{ object, pair, incarnations: ancestry(version), ...follow(version, 1) }];
  });
}

function follow(last: TableVersion, expected: number): Followed {
  const start: Reading = { statement: -1, harm: 0, filled: true };
  const readings = new Map(ancestry(last).map((one) => [one, one.born === -1 ? [start] : []]));
  return { readings, last, expected };
}

/** The causes of all that came to the state which the comparison found; of the rest nothing is known. */
export function causesOf({ tables, objects }: Pick<Watch, 'tables' | 'objects'>): Cause[] {
  const content = tables.flatMap(({ change, harms }) =>
    harms.flatMap(({ harm: { what, column }, ...followed }): ContentCause[] => {
      const statement = statementOf(followed);
      const subject = { table: change.table, ...(column !== undefined && { column }), what };
      return statement === undefined ? [] : [{ ...subject, statement }];
    }),
  );
  return [
    ...content,
    ...objects.flatMap(({ object, ...followed }) => objectCause(object, statementOf(followed))),
  ];
}

/** Tables that are gone, each with the statement that dropped it. */
export function droppedTables({ objects }: ChangeFacts, { first }: Lineage): Cause[] {
  const gone = objects.filter(({ kind, change }) => kind === 'table' && change === 'removed');
  return gone.flatMap((object) => objectCause(object, first.get(foldName(object.name))?.died));
}

function statementOf({ readings, last, expected }: Followed): number | undefined {
  if (readings.get(last)?.at(-1)?.harm !== expected) return undefined;
  return guiltyStatement(last, (version) => readings.get(version) ?? []);
}

function objectCause({ kind, name, table, columns, detail }: ObjectChange, statement: number | undefined) {
  if (statement === undefined) return [];
  return [
    {
      kind,
      name,
      ...(table && { table }),
      ...(columns && { columns }),
      ...(detail && { detail }),
      statement,
    },
  ];
}
