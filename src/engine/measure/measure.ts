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
import { countRows } from './row-counts.ts';
import { readSequences } from './sequences.ts';

/**
 * The health of one sealed copy at `path`. *Before* and *after* go through here alike, so that a difference
 * between them is never one of measuring; only what *before* proved of `untouched` tables is not proven again. Throws SQLite's error when the file cannot even be read.
 */
export function measure(
  path: string,
  checks: Checks,
  samples: Samples = 'none',
  untouched: readonly string[] = [],
): HealthFacts {
  const statements = measureStatements(path, checks.statements);
  const health = withConnection(path, 'read', (connection) => {
    const unchecked: Unchecked[] = [];
    const schema = readSchema(connection);
    const { orphans: declared, mismatches } = measureOrphans(connection, schema.tables, unchecked, samples);
    const configured = measureReferences(connection, schema.tables, checks.references, unchecked, samples);
    const tables = countRows(connection, schema.tables, unchecked);
    const required = measureRequired(connection, schema.tables, checks.required, unchecked, samples);
    const queries = measureQueries(connection, checks.queries, unchecked);
    const integrity = withConnection(path, 'check', (checking) =>
      measureIntegrity(checking, schema.tables, unchecked, untouched),
    );
    const sequences = attemptRead(unchecked, { check: 'schema' }, () =>
      readSequences(connection, schema.tables),
    );
    const broken = measureBroken(connection, schema, unchecked);
    return {
      integrity: withDamageSeen(integrity, unchecked),
      tables,
      orphans: [...declared, ...configured],
      mismatches,
      required,
      queries,
      statements,
      header: readHeader(connection),
      bytes: connection.number('PRAGMA page_count') * connection.number('PRAGMA page_size'),
      schema,
      sequences: sequences ?? [],
      broken,
      unchecked,
    };
  });
  const searchFailures = measureSearchIndexes(path, health.schema.tables, health.unchecked);
  return { ...health, searchFailures };
}

/** Damage that any measurement met counts, whatever the integrity check found. */
function withDamageSeen(integrity: Integrity, unchecked: readonly Unchecked[]): Integrity {
  const met = unchecked.filter(({ damaged }) => damaged).map(({ missing }) => missing);
  if (met.length === 0) return integrity;
  return { result: 'damaged', messages: [...new Set([...integrity.messages, ...met])] };
}
