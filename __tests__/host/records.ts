import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Finding } from '../../src/facts/finding.ts';
import type { HealthFacts } from '../../src/facts/health.ts';
import type { DatabaseRecord, PreflightRecord } from '../../src/facts/record.ts';
import { formats } from '../../src/report/formats/index.ts';
import { metadataOf } from '../support/record.ts';

/** What a run writes into its folder of reports, in the order of the names. */
export const REPORT_FILES = formats.map(({ file }) => file).toSorted();

/** A record of one rehearsed database, cleared. */
export function recordOf(
  changes: Partial<PreflightRecord> = {},
  facts: Partial<DatabaseFacts> = {},
): PreflightRecord {
  const record: PreflightRecord = {
    verdict: 'cleared',
    exitCode: 0,
    generatedAt: '2026-01-01T00:00:00.000Z',
    tool: { name: 'sqlite-preflight', version: '0.0.0', sqlite: '3.53.4', node: '24.0.0' },
    samples: 'none',
    databases: [],
    findings: [],
    rules: [],
    excerpts: [],
    ...changes,
  };
  return { ...record, databases: [databaseOf(record.verdict, facts)] };
}

export function findingOf(changes: Partial<Finding> = {}): Finding {
  const { rule = 'rows-lost' } = changes;
  return {
    rule,
    severity: 'error',
    ...metadataOf(rule),
    title: 'Rows were lost',
    message: '40 rows of goals are gone.',
    remedy: 'Keep them.',
    database: 'shop.db',
    table: 'goals',
    location: { file: 'migrations/0002.sql', line: 14 },
    ...changes,
  };
}

function databaseOf(verdict: DatabaseRecord['verdict'], facts: Partial<DatabaseFacts>): DatabaseRecord {
  return {
    verdict,
    facts: {
      path: 'shop.db',
      mistakes: [],
      plan: {
        layout: 'plain',
        profile: { name: 'plain', transaction: 'none', foreignKeys: false, doubleQuotedText: true },
        basis: 'declared',
        alternatives: [],
        problems: [],
        ignored: [],
        bookkeeping: { tables: [], userVersion: false },
        applied: 0,
        pending: [{ id: '0002', file: 'migrations/0002.sql', statements: 1 }],
        steps: [],
      },
      before: health([]),
      rehearsal: {
        outcome: 'done',
        commits: 1,
        leftOpen: false,
        sqlite: '3.53.4',
        statements: [
          {
            file: 'migrations/0002.sql',
            line: 14,
            title: 'DELETE FROM goals',
            status: 'done',
            ms: 0.4,
            rows: 3,
            names: [{ verb: 'delete', name: 'goals' }],
          },
        ],
      },
      after: health([
        { table: 'goals', columns: ['root_id'], parent: 'roots', parentColumns: ['id'], rows: 3 },
      ]),
      changes: { tables: [], objects: [], renames: [], unchecked: [] },
      incidents: [],
      timings: { total: 13 },
      ...facts,
    },
    risk: { level: 'low', reasons: [] },
    criteria: [],
    headline: 'Do not migrate: 40 rows of goals are gone',
    recommendation: 'Proceed with the migration.',
    nextSteps: ['Back up.', 'Migrate.'],
  };
}

function health(orphans: HealthFacts['orphans']): HealthFacts {
  return {
    integrity: { result: 'ok', messages: [] },
    tables: [{ table: 'goals', rows: 45 }],
    orphans,
    mismatches: [],
    required: [],
    queries: [],
    statements: { total: 0, failed: [] },
    header: {
      userVersion: 0,
      applicationId: 0,
      pageSize: 4096,
      encoding: 'UTF-8',
      autoVacuum: 0,
      journalMode: 'delete',
    },
    bytes: 4096,
    schema: { tables: [], indexes: [], triggers: [], views: [] },
    sequences: [],
    broken: [],
    searchFailures: [],
    unchecked: [],
  };
}
