import type { Degraded, HealthFacts, Integrity } from '../../facts/health.ts';
import type { Samples } from '../../facts/samples.ts';
import type { Checks } from '../../facts/settings.ts';
import { withConnection } from '../sqlite/connection.ts';
import { readSchema } from '../sqlite/schema.ts';
import { attemptRead } from './attempt.ts';
import { measureBroken } from './broken.ts';
import { readHeader } from './header.ts';
import { measureIntegrity } from './integrity.ts';
import { measureOrphans } from './orphans.ts';
import { measureQueries } from './queries.ts';
import { measureReferences } from './references.ts';
import { measureRequired } from './required.ts';
import { countRows } from './rows.ts';
import { measureSearchIndexes } from './search-indexes.ts';
import { readSequences } from './sequences.ts';
import { measureStatements } from './statements.ts';

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
    const degraded: Degraded[] = [];
    const schema = readSchema(connection);
    const { orphans: declared, mismatches } = measureOrphans(connection, schema.tables, degraded, samples);
    const configured = measureReferences(connection, schema.tables, checks.references, degraded, samples);
    const tables = countRows(connection, schema.tables, degraded);
    const required = measureRequired(connection, schema.tables, checks.required, degraded, samples);
    const queries = measureQueries(connection, checks.queries, degraded);
    const integrity = withConnection(path, 'check', (checking) =>
      measureIntegrity(checking, schema.tables, degraded, untouched),
    );
    const sequences = attemptRead(degraded, { check: 'schema' }, () =>
      readSequences(connection, schema.tables),
    );
    const broken = measureBroken(connection, schema, degraded);
    return {
      integrity: withDamageSeen(integrity, degraded),
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
      degraded,
    };
  });
  const searchFailures = measureSearchIndexes(path, health.schema.tables, health.degraded);
  return { ...health, searchFailures };
}

/** Damage that any measurement met counts, whatever the integrity check found. */
function withDamageSeen(integrity: Integrity, degraded: readonly Degraded[]): Integrity {
  const met = degraded.filter(({ damaged }) => damaged).map(({ missing }) => missing);
  if (met.length === 0) return integrity;
  return { result: 'damaged', messages: [...new Set([...integrity.messages, ...met])] };
}
