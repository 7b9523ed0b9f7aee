import type { ChangeFacts, ObjectChange } from '../../facts/changes.ts';
import type { Unchecked } from '../../facts/health.ts';
import type { Samples } from '../../facts/samples.ts';
import type { Table } from '../../facts/schema.ts';
import type { StatementTarget } from '../../facts/statement.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { attemptRead } from '../sqlite/attempt.ts';
import { type Connection, withConnection } from '../sqlite/connection.ts';
import { readSchema } from '../sqlite/read-schema.ts';
import { withFollowUps } from './content/follow-ups.ts';
import { type Rules, SOUND } from './content/pages/evidence.ts';
import { NO_PROOF, type Proof, type Proven, withProof } from './content/proof.ts';
import { compareContent } from './content/sql/table-content.ts';
import { followTables } from './lineage/lineage.ts';
import { pairTables, type TablePair } from './lineage/pairing.ts';
import { type Followed, followContent } from './lineage/same-content.ts';
import { diffSchemas } from './schema/schema-diff.ts';

export interface CompareRequest {
  /** Paths of the two sealed copies. */
  before: string;
  after: string;
  /** What the statements that ran and stayed name, in order. */
  executed: readonly StatementTarget[];
  samples?: Samples;
}

export interface CompareResult {
  changes: ChangeFacts;
  /** Tables whose rows and indexes are in the very bytes of *before*: what was found sound there is sound here. */
  untouched: readonly string[];
  /** Wall time in ms. */
  schemaMs: number;
  contentMs: number;
}

/** Modules whose content is the user's; others, such as fts5vocab or dbstat, only show what is elsewhere. */
const CONTENT_MODULES = new Set(['fts3', 'fts4', 'fts5', 'rtree', 'rtree_i32', 'geopoly']);

/**
 * Everything that differs between the two copies, schema and content, named by the migration or not. Content is proven
 * by pages and records where their rules hold, else by SQL; `by` is there for tests, to hold one against the other.
 */
export function compare(
  { before, after, executed, samples = 'none' }: CompareRequest,
  by: 'sql' | Rules = SOUND,
): CompareResult {
  const started = performance.now();
  const former = withConnection(before, 'read', readSchema);
  return withConnection(after, 'read', (connection) => {
    const present = readSchema(connection);
    connection.exec(`ATTACH ${quoteText(before)} AS old`);
    const unchecked: Unchecked[] = [];
    const lineage = followTables(
      former.tables,
      executed.map((named) => [named]),
    );
    const named = pairTables(former, present, lineage);
    const pairing = followContent(connection, former, present, named, lineage);
    const objects = diffSchemas(former, present, pairing).map(
      (object) => withoutContent(object, former.tables) ?? withHeld(connection, object, pairing, unchecked),
    );
    const schemaDone = performance.now();
    const pairs = pairing.pairs.filter(({ after: table }) => holdsContent(table));
    const compareAll = ({ prove, untouched }: Proof) => ({
      untouched,
      tables: pairs.flatMap((pair) => {
        const proven = prove(pair) ?? bySql(connection, pair, unchecked);
        return proven === undefined ? [] : [withFollowUps(connection, pair, proven, samples)];
      }),
    });
    const { tables, untouched } =
      by === 'sql' ? compareAll(NO_PROOF) : withProof(connection, { before, after }, by, compareAll);
    return {
      changes: { tables, objects, renames: pairing.renames, unchecked },
      untouched,
      schemaMs: schemaDone - started,
      contentMs: performance.now() - schemaDone,
    };
  });
}

function bySql(connection: Connection, pair: TablePair, unchecked: Unchecked[]): Proven | undefined {
  const change = compareContent(connection, pair, unchecked);
  return change && { change };
}

/**
 * An index over another table shows that table's rows, which are compared there; one without content has rowids at most,
 * and those of FTS4 not even can be counted.
 */
function holdsContent({ kind, module = '', content }: Table): boolean {
  const own = content === undefined || (content === '' && module === 'fts5');
  return kind === 'table' || (CONTENT_MODULES.has(module) && own);
}

/** A removed index that does not hold its content: of one over another table nothing is lost, the rest nobody can count. */
function withoutContent(object: ObjectChange, former: readonly Table[]): ObjectChange | undefined {
  if (object.kind !== 'table' || object.change !== 'removed') return undefined;
  const content = former.find(({ name }) => name === object.name)?.content;
  if (content === undefined) return undefined;
  return content === '' ? object : { ...object, held: 0 };
}

/** What was lost with a removed table or column: rows, or values that were not NULL; and what may be that column now. */
function withHeld(
  connection: Connection,
  object: ObjectChange,
  { pairs, alike }: Followed,
  unchecked: Unchecked[],
): ObjectChange {
  if (object.change !== 'removed' || (object.kind !== 'table' && object.kind !== 'column')) return object;
  // The name of a removed table can be that of another one by now.
  const former =
    object.kind === 'table' ? undefined : pairs.find(({ after }) => after.name === object.table)?.before;
  const owner = former?.name ?? object.table ?? object.name;
  const count = object.kind === 'table' ? '*' : quoteName(object.name);
  const held = attemptRead(unchecked, { check: 'content', table: owner }, () =>
    connection.number(`SELECT count(${count}) FROM old.${quoteName(owner)}`),
  );
  const column = former?.columns.find(({ name }) => name === object.name);
  const successor = column && alike.get(column)?.name;
  return {
    ...object,
    ...(held !== undefined && { held }),
    ...(successor !== undefined && { alike: successor }),
  };
}
