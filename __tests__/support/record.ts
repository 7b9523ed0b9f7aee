import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { Finding } from '../../src/facts/finding.ts';
import type { HealthFacts } from '../../src/facts/health.ts';
import type { Plan } from '../../src/facts/plan.ts';
import type { DatabaseRecord, PreflightRecord } from '../../src/facts/record.ts';
import type { RehearsalFacts, StatementFacts } from '../../src/facts/rehearsal/rehearsal.ts';
import { rules } from '../../src/judge/rules/index.ts';

const PATH = 'snapshots/goals.db';
const FILE = 'migrations/0001_root_id.sql';
const INDEXES = 'migrations/0002_indexes.sql';

/** A run that cleared one database; everything that a report can show is in it. */
export function preflightRecord(overrides: Partial<PreflightRecord> = {}): PreflightRecord {
  return {
    verdict: 'cleared',
    exitCode: 0,
    generatedAt: '2026-01-01T15:23:00.000Z',
    tool: { name: 'sqlite-preflight', version: '1.2.3', sqlite: '3.50.4', node: '24.1.0' },
    samples: 'none',
    databases: [databaseRecord()],
    findings: [],
    rules: [],
    excerpts: [],
    ...overrides,
  };
}

export function databaseRecord(overrides: Partial<DatabaseRecord> = {}): DatabaseRecord {
  return {
    verdict: 'cleared',
    facts: databaseFacts(),
    risk: { level: 'low', reasons: ['Additive: nothing that was there is removed or changed.'] },
    criteria: [
      { text: 'Every statement runs without an error', met: true },
      { text: 'Zero NULLs in goals.root_id', met: true },
    ],
    headline: 'Safe to migrate as rehearsed: nothing is lost that was not allowed',
    recommendation: 'Proceed with the migration.',
    nextSteps: ['Back up the database.', 'Run the migration.', 'Verify.'],
    ...overrides,
  };
}

/** Facts of a rehearsal that ran to its end: a column filled, a column, a foreign key and an index added. */
export function databaseFacts(overrides: Partial<DatabaseFacts> = {}): DatabaseFacts {
  return {
    path: PATH,
    mistakes: [],
    snapshot: {
      path: PATH,
      kind: 'sqlite',
      bytes: 45_056,
      databaseBytes: 45_056,
      modifiedAt: '2026-06-14T08:00:00.000Z',
      sha256: 'ab'.repeat(32),
      journalMode: 'wal',
      pageSize: 4096,
      userVersion: 3,
      sidecars: [{ suffix: '-wal', bytes: 8272 }],
      stable: true,
    },
    plan: plan(),
    before: health({ required: [{ table: 'goals', column: 'root_id', nulls: 20 }] }),
    rehearsal: rehearsal(),
    after: health(),
    changes: changes(),
    incidents: [],
    migratedDatabase: '/tmp/preflight/goals.migrated.db',
    timings: {
      copy: 1.2,
      healthBefore: 3,
      rehearsal: 4.1234567,
      healthAfter: 2,
      schemaDiff: 0.4,
      dataDiff: 0.9,
      total: 13,
    },
    ...overrides,
  };
}

export function plan(overrides: Partial<Plan> = {}): Plan {
  return {
    layout: 'plain',
    profile: { name: 'plain', transaction: 'none', foreignKeys: false, doubleQuotedText: true },
    basis: 'declared',
    alternatives: [],
    problems: [],
    ignored: [],
    bookkeeping: { tables: [], userVersion: false },
    applied: 0,
    pending: [
      { id: '0001', file: FILE, statements: 3 },
      { id: '0002', file: INDEXES, statements: 1 },
    ],
    steps: [],
    ...overrides,
  };
}

export function health(overrides: Partial<HealthFacts> = {}): HealthFacts {
  return {
    integrity: { result: 'ok', messages: [] },
    tables: [
      { table: 'goals', rows: 45 },
      { table: 'activity_instances', rows: 1079 },
    ],
    orphans: [],
    mismatches: [],
    required: [{ table: 'goals', column: 'root_id', nulls: 0 }],
    queries: [],
    statements: { total: 0, failed: [] },
    header: {
      userVersion: 3,
      applicationId: 0,
      pageSize: 4096,
      encoding: 'UTF-8',
      autoVacuum: 0,
      journalMode: 'wal',
    },
    bytes: 45_056,
    schema: { tables: [], indexes: [], triggers: [], views: [] },
    sequences: [],
    broken: [],
    searchFailures: [],
    unchecked: [],
    ...overrides,
  };
}

export function statement(overrides: Partial<StatementFacts> = {}): StatementFacts {
  return {
    file: FILE,
    line: 1,
    title: 'Set root_id',
    status: 'done',
    ms: 12.34,
    rows: 20,
    writes: true,
    names: [{ verb: 'update', name: 'goals' }],
    ...overrides,
  };
}

export function rehearsal(overrides: Partial<RehearsalFacts> = {}): RehearsalFacts {
  const added: StatementFacts = {
    file: FILE,
    line: 5,
    title: 'Add root_id column to activity_instances',
    phase: 'columns',
    status: 'done',
    ms: 0.5,
    writes: true,
    names: [{ verb: 'add-column', table: 'activity_instances', name: 'root_id' }],
  };
  const indexed: StatementFacts = {
    file: INDEXES,
    line: 2,
    title: 'Index goals.root_id',
    status: 'done',
    ms: 0.25,
    writes: true,
    names: [{ verb: 'create', kind: 'index', name: 'idx_goals_root_id' }],
  };
  return {
    outcome: 'done',
    commits: 3,
    leftOpen: false,
    sqlite: '3.50.4',
    statements: [statement(), added, indexed],
    ...overrides,
  };
}

export function changes(): NonNullable<DatabaseFacts['changes']> {
  const untouched = { added: 0, removed: 0, changed: 0, proof: 'sql', columns: [] } as const;
  return {
    tables: [
      {
        table: 'goals',
        before: 45,
        after: 45,
        added: 0,
        removed: 0,
        changed: 20,
        proof: 'records',
        columns: [{ column: 'root_id', filled: 20, changed: 0, nulled: 0, retyped: 0 }],
      },
      { table: 'activity_instances', before: 1079, after: 1079, ...untouched, columns: [] },
    ],
    objects: [
      { kind: 'column', name: 'root_id', table: 'activity_instances', change: 'added' },
      {
        kind: 'foreign-key',
        name: 'root_id',
        table: 'activity_instances',
        columns: ['root_id'],
        change: 'added',
        detail: 'REFERENCES goals(id)',
      },
      { kind: 'index', name: 'idx_goals_root_id', table: 'goals', change: 'added' },
    ],
    renames: [],
    unchecked: [],
  };
}

/** What the rule says of itself; a rule of a test's own is one about the database. */
export function metadataOf(id: string): Pick<Finding, 'kind' | 'about'> {
  const { kind, about } = rules.find((rule) => rule.id === id) ?? { kind: 'problem', about: 'database' };
  return { kind, about };
}

export function finding(overrides: Partial<Finding> = {}): Finding {
  const { rule = 'rows-lost' } = overrides;
  return {
    rule,
    severity: 'error',
    ...metadataOf(rule),
    title: 'Rows are lost',
    message: 'goals: 3 rows of 45 are gone.',
    remedy: 'Keep the rows.',
    database: PATH,
    table: 'goals',
    ...overrides,
  };
}

/** The migration failed at its second statement and left the first one applied. */
export function blockedRecord(overrides: Partial<DatabaseFacts> = {}): PreflightRecord {
  const message = 'Cannot add a column with non-constant default';
  const [first, second, third] = rehearsal().statements;
  const { ms: _, writes: __, ...notRun } = third as StatementFacts;
  const failed = rehearsal({
    outcome: 'failed',
    commits: 1,
    statements: [
      first as StatementFacts,
      { ...(second as StatementFacts), status: 'failed', writes: false },
      { ...notRun, status: 'not-run' },
    ],
    failure: { statement: 1, file: FILE, line: 5, code: 'SQLITE_ERROR', message, during: 'statement' },
  });
  const database = databaseRecord({
    headline: 'Do not migrate: "Rename the goals" fails: no such table',
    verdict: 'blocked',
    facts: databaseFacts({ rehearsal: failed, ...overrides }),
    risk: { level: 'high', reasons: ['The rehearsal did not run to its end.'] },
    criteria: [{ text: 'Every statement runs without an error', met: false }],
    recommendation: 'Do not migrate.',
    nextSteps: ['Mend the statement.', 'Rehearse again.'],
  });
  const failure = finding({
    rule: 'migration-failed',
    title: 'The migration fails',
    message: `"${second?.title}" fails: ${message}.`,
    remedy: 'Add the column with DEFAULT NULL, and fill it with an UPDATE.',
    location: { file: FILE, line: 5 },
  });
  const lost = finding({ count: 3, query: 'SELECT * FROM "goals" WHERE "gone";', columns: ['id'] });
  return preflightRecord({
    verdict: 'blocked',
    exitCode: 1,
    databases: [database],
    findings: [failure, lost],
  });
}

/** Nothing was started: what the snapshot or the settings lacked is all there is to say. */
export function failedRecord(of: 'snapshot' | 'settings'): PreflightRecord {
  const facts: DatabaseFacts = {
    path: of === 'snapshot' ? PATH : '',
    mistakes: of === 'settings' ? [{ key: 'layout', message: 'layout is "x".', remedy: 'Correct it.' }] : [],
    ...(of === 'snapshot' && {
      unusable: { reason: 'it is text, not a SQLite database.', remedy: 'Give the file.' },
    }),
    rehearsal: { outcome: 'not-run', commits: 0, leftOpen: false, sqlite: '', statements: [] },
    incidents: [],
    timings: { total: 0 },
  };
  const database: DatabaseRecord = {
    verdict: 'failed',
    facts,
    risk: { level: 'unknown', reasons: ['Nothing was rehearsed.'] },
    criteria: [],
    headline: 'Nothing is proven: the set-up is wrong',
    recommendation: 'Nothing was proven.',
    nextSteps: ['Correct it.'],
  };
  const why: Finding =
    of === 'snapshot'
      ? finding({ rule: 'snapshot-unusable', title: 'The snapshot cannot be used', message: 'It is text.' })
      : finding({
          rule: 'settings-invalid',
          title: 'The settings are wrong',
          database: '',
          object: 'layout',
        });
  return preflightRecord({
    verdict: 'failed',
    exitCode: 2,
    tool: { name: 'sqlite-preflight', version: '1.2.3', sqlite: '', node: '24.1.0' },
    databases: [database],
    findings: [why],
  });
}
