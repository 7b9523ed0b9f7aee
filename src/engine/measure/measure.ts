import type { HealthFacts, Integrity, Unchecked } from '../../facts/health.ts';
import type { Samples } from '../../facts/samples.ts';
import type { Checks } from '../../facts/settings.ts';
import { attemptRead } from '../sqlite/attempt.ts';
import { withConnection } from '../sqlite/connection.ts';
import { readSchema } from '../sqlite/read-schema.ts';
import { measureStatements } from './checks/application-statements.ts';
import { measureQueries } from './checks/check-queries.ts';
import { measureRequired } from './checks/required-columns.ts';
import { readHeader } from './header.ts';
import { measureIntegrity } from './integrity/integrity.ts';
import { measureSearchIndexes } from './integrity/search-indexes.ts';
import { measureBroken } from './objects/broken-objects.ts';
import { measureOrphans } from './references/count-orphans.ts';
import { measureReferences } from './references/declared-references.ts';
import { type EarlierSide, withIntroduced } from './references/introduced-orphans.ts';
import { countRows } from './row-counts.ts';
import { readSequences } from './sequences.ts';

export interface MeasureRequest {
  /** Path of the sealed copy. */
  database: string;
  checks: Checks;
  samples?: Samples;
  /** Tables that were found sound before, and whose bytes are the same. */
  untouched?: readonly string[];
  /** Of *after*: what was measured of *before*. */
  earlier?: EarlierSide;
}

/**
 * The health of one sealed copy. *Before* and *after* go through here alike, so that a difference between them is never
 * one of measuring; only what *before* proved of `untouched` tables is not proven again. Throws SQLite's error when the
 * file cannot even be read.
 */
export function measure({
  database,
  checks,
  samples = 'none',
  untouched = [],
  earlier,
}: MeasureRequest): HealthFacts {
  const statements = measureStatements(database, checks.statements);
  const unchecked: Unchecked[] = [];
  const health = withConnection(database, 'read', (connection) => {
    const context = { connection, schema: readSchema(connection), samples, unchecked };
    const { orphans: declared, mismatches } = measureOrphans(context);
    const configured = measureReferences(context, checks.references);
    const tables = countRows(context);
    const required = measureRequired(context, checks.required);
    const queries = measureQueries(context, checks.queries);
    const integrity = withConnection(database, 'check', (checking) =>
      measureIntegrity({ ...context, connection: checking }, untouched),
    );
    const sequences = attemptRead(unchecked, { check: 'schema' }, () => readSequences(context));
    const broken = measureBroken(context);
    return {
      integrity: withDamageSeen(integrity, unchecked),
      tables,
      orphans: withIntroduced(context, [...declared, ...configured], earlier),
      mismatches,
      required,
      queries,
      statements,
      header: readHeader(connection),
      bytes: connection.number('PRAGMA page_count') * connection.number('PRAGMA page_size'),
      schema: context.schema,
      sequences: sequences ?? [],
      broken,
      unchecked,
    };
  });
  const searchFailures = measureSearchIndexes(database, { schema: health.schema, unchecked });
  return { ...health, searchFailures };
}

/** Damage that any measurement met counts, whatever the integrity check found. */
function withDamageSeen(integrity: Integrity, unchecked: readonly Unchecked[]): Integrity {
  const met = unchecked.filter(({ damaged }) => damaged).map(({ missing }) => missing);
  if (met.length === 0) return integrity;
  return { result: 'damaged', messages: [...new Set([...integrity.messages, ...met])] };
}
