import type { Violation } from '../../../facts/rehearsal/rehearsal.ts';
import type { Samples } from '../../../facts/samples.ts';
import { quoteName } from '../../../sql/quote.ts';
import { sampleRows } from '../../measure/row-samples.ts';
import { type Connection, withConnection } from '../../sqlite/connection.ts';
import { sqliteFailure } from '../../sqlite/errors.ts';
import { readSchema } from '../../sqlite/read-schema.ts';
import { orUnmeasured } from '../watch/related-schema.ts';
import { brokenByAlter, brokenByIndex } from './ddl-violations.ts';
import { brokenKeys, childrenInTheWay, withoutParentAtCommit } from './key-violations.ts';
import { brokenByRows } from './row-violations.ts';
import { type Stopped, type Suspicion, tableNamed } from './stopped.ts';

export interface ViolationRequest extends Omit<Stopped, 'schema'> {
  /** A copy of the state before the plan: whether the same SELECT says the same there. */
  before: string;
  samples: Samples;
}

/**
 * Which rows break the constraint that stopped a statement: what SQLite says of the first of them is not enough to act on.
 * Only selects, on the connection as the failure left it. `undefined` where nothing that was counted explains it.
 */
export function violationOf(connection: Connection, request: ViolationRequest): Violation | undefined {
  const { code } = request.failure;
  if (!CODES.has(code) && !/^Cannot add a NOT NULL column/.test(request.failure.message)) return undefined;
  const schema = orUnmeasured(() => readSchema(connection));
  if (schema === undefined) return undefined;
  const stopped = { ...request, schema };
  for (const suspicion of suspicionsOf(connection, stopped)) {
    const rows = countOf(connection, suspicion.query);
    if (rows === undefined || rows === 0) continue;
    const samples = samplesOf(connection, suspicion, stopped, request.samples);
    const isOlder =
      withConnection(request.before, 'read', (before) => countOf(before, suspicion.query)) === rows;
    return {
      ...suspicion,
      rows,
      runsIn: isOlder ? 'before' : 'statement',
      ...(samples && samples.length > 0 && { samples }),
    };
  }
  return undefined;
}

const CODES = new Set([
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_ROWID',
  'SQLITE_CONSTRAINT_NOTNULL',
  'SQLITE_CONSTRAINT_CHECK',
  'SQLITE_CONSTRAINT_FOREIGNKEY',
  'SQLITE_CONSTRAINT_DATATYPE',
  'SQLITE_CONSTRAINT',
  'SQLITE_MISMATCH',
]);

function suspicionsOf(connection: Connection, stopped: Stopped): Suspicion[] {
  if (stopped.failure.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return /^(commit|end)\b/i.test(stopped.sql)
      ? withoutParentAtCommit(connection, stopped)
      : [...brokenKeys(stopped), ...childrenInTheWay(stopped)];
  }
  return [...brokenByIndex(stopped), ...brokenByAlter(stopped), ...brokenByRows(stopped)];
}

/** `undefined` where the SELECT does not fit the schema: what could be read of the statement was not enough. */
function countOf(connection: Connection, query: string): number | undefined {
  try {
    return connection.number(`SELECT count(*) FROM (${query})`);
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return undefined;
  }
}

function samplesOf(
  connection: Connection,
  { query, keyOf }: Suspicion,
  { schema }: Stopped,
  samples: Samples,
): Violation['samples'] {
  const key = tableNamed(schema, keyOf)?.primaryKey ?? [];
  const shown = key.map((column) => ({ column, sql: `v.${quoteName(column)}` }));
  return orUnmeasured(() =>
    sampleRows({ connection, samples }, { from: `(${query}) AS v`, key: shown, values: [] }),
  );
}
