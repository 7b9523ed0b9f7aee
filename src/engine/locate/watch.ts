import type { Cause, ChangeFacts, ContentCause, ObjectChange, Rename } from '../../facts/changes.ts';
import type { Schema } from '../../facts/schema.ts';
import { byName } from '../../sql/by-name.ts';
import { foldName } from '../../sql/quote.ts';
import { ancestry, type Lineage, newVersion, type TableVersion } from '../compare/lineage/lineage.ts';
import type { Pairing, TablePair } from '../compare/lineage/pairing.ts';
import { causingStatement, type Observation } from './cause.ts';
import { type ContentDifference, contentDifferences, type MeasuredTable } from './difference.ts';
import { isInner } from './object-difference.ts';
import { sharesOf } from './shares.ts';

/** Something that differs, and is followed through the plan. */
interface Followed {
  /** What was seen of it so far, by version. */
  observations: Map<TableVersion, Observation[]>;
  /** The version that *after* has. */
  last: TableVersion;
  /** What the comparison of the finished migration counted. */
  expected: number;
}

export interface FollowedDifference extends Followed {
  difference: ContentDifference;
  /** Folded name of its column in *before*. */
  column?: string;
}

/** A table whose rows or values differ, and all the tables that it was on the way. */
export interface WatchedTable extends Omit<MeasuredTable, 'reference'> {
  versions: TableVersion[];
  differences: FollowedDifference[];
}

export interface WatchedObject extends Followed {
  object: ObjectChange;
  /** For what is inside a table: that table. */
  pair?: TablePair;
  versions: TableVersion[];
}

/** All that a replay looks at. */
export interface Watch {
  /** The schema of *before*. */
  before: Schema;
  renames: readonly Rename[];
  tables: WatchedTable[];
  objects: WatchedObject[];
}

const pairsNamed = byName(({ after }: TablePair) => after.name);

/** Tables in which something was lost, changed or added to what was there. */
export function tablesToWatch(
  changes: ChangeFacts,
  { pairs }: Pairing,
  { first, last }: Lineage,
): WatchedTable[] {
  return changes.tables.flatMap((change) => {
    const differences = contentDifferences(change);
    const [pair] = pairsNamed(pairs, change.table);
    if (pair === undefined || differences.length === 0) return [];
    const version = last.get(foldName(pair.after.name)) ?? first.get(foldName(pair.before.name));
    if (version === undefined) return [];
    const followed = differences.map((difference) => {
      const column = pair.columns.find(({ after }) => after.name === difference.column)?.before.name;
      const subject = { difference, ...(column !== undefined && { column: foldName(column) }) };
      return { ...subject, ...follow(version, difference.expected) };
    });
    return [{ pair, change, versions: ancestry(version), differences: followed }];
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
      return [{ object, versions: [version], ...follow(version, 1) }];
    }
    const [pair] = pairsNamed(pairs, object.table ?? '');
    const version = pair && last.get(foldName(pair.after.name));
    if (pair === undefined || version === undefined) return [];
    return [{ object, pair, versions: ancestry(version), ...follow(version, 1) }];
  });
}

function follow(last: TableVersion, expected: number): Followed {
  const start: Observation = { statement: -1, difference: 0, filled: true };
  const observations = new Map(ancestry(last).map((one) => [one, one.born === -1 ? [start] : []]));
  return { observations, last, expected };
}

/** The causes of all that came to the state which the comparison found; of the rest nothing is known. */
export function causesOf({ tables, objects }: Pick<Watch, 'tables' | 'objects'>): Cause[] {
  const content = tables.flatMap(({ change, differences }) =>
    differences.flatMap(({ difference: { what, column }, ...followed }): ContentCause[] => {
      const statement = statementOf(followed);
      const subject = { table: change.table, ...(column !== undefined && { column }), what };
      return statement === undefined ? [] : [{ ...subject, statement, ...partsOf(followed) }];
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

function statementOf({ observations, last, expected }: Followed): number | undefined {
  if (observations.get(last)?.at(-1)?.difference !== expected) return undefined;
  return causingStatement(last, (version) => observations.get(version) ?? []);
}

/** Only where they add up to what was counted, and one statement did not do it all. */
function partsOf({ observations, last, expected }: Followed): Pick<ContentCause, 'shares'> {
  const shares = sharesOf(last, (version) => observations.get(version) ?? []);
  const sum = shares.reduce((total, { count }) => total + count, 0);
  return shares.length > 1 && sum === expected ? { shares } : {};
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
