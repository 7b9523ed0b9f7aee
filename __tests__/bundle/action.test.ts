import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeDatabase } from '../../examples/fractal-goals/make-database.ts';
import { type ActionRun, runAction } from '../support/action.ts';
import { downloadsInto } from '../support/downloads.ts';
import { ResultsService } from '../support/results-service.ts';
import { databaseFrom, firstValue, scratchFolder, sha256 } from '../support/scratch.ts';

/** The committed bundle, alone in an empty folder with a blank in its name, run as the runner runs it. */
const root = join(import.meta.dirname, '../..');
const folder = scratchFolder();
const download = downloadsInto(folder);
const entry = join(folder, 'the action', 'dist', 'index.js');

beforeAll(() => {
  cpSync(join(root, 'dist'), join(folder, 'the action', 'dist'), { recursive: true });
});

interface Report {
  verdict: string;
  databases: {
    rehearsal: { outcome: string; commits: number; steps: { file: string; line: number; status: string }[] };
    before: { required: { table: string; nulls: number }[]; tables: { table: string; rows: number }[] };
    after: { required: { table: string; nulls: number }[]; tables: { table: string; rows: number }[] };
    changes: {
      tables: { table: string; columns: { column: string; filled: number }[] }[];
      objects: { kind: string; name: string; change: string }[];
    };
    criteria: { met: boolean }[];
  }[];
  findings: {
    rule: string;
    severity: string;
    message: string;
    table?: string;
    location?: { file: string; line: number };
  }[];
}

/** Every file below a folder, with its content's hash and its time. */
function stateOf(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(place, name)).isFile())
    .map(
      (name) =>
        `${name} ${sha256(join(place, name))} ${statSync(join(place, name), { bigint: true }).mtimeNs}`,
    )
    .toSorted();
}

async function run(
  workspace: string,
  inputs: Record<string, string>,
  more: Pick<ActionRun, 'event' | 'env'> = {},
) {
  const before = stateOf(workspace);
  const result = await runAction({
    entry,
    folder,
    workspace,
    inputs: { upload: 'never', ...inputs },
    ...more,
  });
  expect(stateOf(workspace)).toEqual(before);
  const report = JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8')) as Report;
  const [database] = report.databases;
  if (database === undefined) throw new Error('the report has no database');
  return { ...result, report, database };
}

describe('the example', () => {
  const workspace = join(folder, 'goal tracker');
  const inputs = (version: string) => ({
    database: 'goals_dev.db',
    migrations: `migrations/${version}`,
    config: 'preflight.yml',
  });

  beforeAll(() => {
    cpSync(join(root, 'examples/fractal-goals'), workspace, { recursive: true });
    makeDatabase(join(workspace, 'goals_dev.db'));
  });

  it('as first written is blocked: at the line, half migrated, with what stays applied', async () => {
    const { exitCode, outputs, report, database, summary, stdout } = await run(
      workspace,
      inputs('as-first-written'),
    );
    const location = { file: 'migrations/as-first-written/0004_soft_delete_audit.sql', line: 22 };
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'blocked', errors: '2', orphans: '0' });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule: 'migration-failed', location, message: expect.stringContaining('non-constant default') },
      {
        rule: 'half-migrated',
        location,
        message: expect.stringMatching(/^41 statements stay applied, 11 were not run\./),
      },
    ]);
    expect(database.rehearsal).toMatchObject({ outcome: 'failed', commits: 41 });
    expect(readFileSync(outputs['report-markdown'] ?? '', 'utf8')).toContain(
      'Add deleted_at column to activity_instances',
    );
    expect(summary).toContain('Do not migrate');
    expect(stdout).toMatch(/::error .*file=migrations\/as-first-written\/0004_soft_delete_audit.sql,line=22/);
    expect(
      firstValue(
        outputs['migrated-database'] ?? '',
        "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'idx\\_%' ESCAPE '\\'",
      ),
    ).toBe(26);
  });

  it('fixed is cleared: 20 values filled, 26 indexes, counts unchanged, no NULL in eight tables', async () => {
    const { exitCode, outputs, report, database, stdout } = await run(workspace, inputs('fixed'));
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'cleared', errors: '0', warnings: '0', orphans: '0' });
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['crash-sticks', 'notice'],
      ['not-atomic', 'notice'],
      ['not-rerunnable', 'notice'],
    ]);
    const touched = database.changes.tables.filter(({ columns }) => columns.length > 0);
    expect(touched).toMatchObject([
      { table: 'goals', columns: [{ column: 'root_id', filled: 20, changed: 0, cleared: 0, retyped: 0 }] },
    ]);
    const indexes = database.changes.objects.filter(
      ({ kind, change }) => kind === 'index' && change === 'added',
    );
    expect(indexes).toHaveLength(26);
    expect(database.after.tables).toEqual(database.before.tables);
    expect(database.after.tables).toEqual(
      expect.arrayContaining([
        { table: 'goals', rows: 45 },
        { table: 'activity_instances', rows: 79 },
        { table: 'metric_values', rows: 116 },
      ]),
    );
    expect(database.before.required.find(({ table }) => table === 'goals')?.nulls).toBe(20);
    expect(database.after.required.map(({ nulls }) => nulls)).toEqual(Array(8).fill(0));
    expect(database.criteria.every(({ met }) => met)).toBe(true);
    expect(stdout).toContain('✓ Backfill root_id for activity_instances');
    expect(
      firstValue(outputs['migrated-database'] ?? '', 'SELECT count(*) FROM goals WHERE root_id IS NULL'),
    ).toBe(0);
  });
});

describe('the artifacts of the example', () => {
  it('come down through the official client as they went up', async () => {
    const workspace = join(folder, 'artifacts');
    cpSync(join(root, 'examples/fractal-goals'), workspace, { recursive: true });
    makeDatabase(join(workspace, 'goals_dev.db'));
    const service = await new ResultsService().start();
    try {
      const inputs = { database: 'goals_dev.db', migrations: 'migrations/fixed', upload: 'auto' };
      const event = { repository: { private: true } };
      const { exitCode, outputs } = await run(workspace, inputs, { event, env: service.env() });
      expect(exitCode).toBe(0);
      const report = await download('migration-preflight', service);
      const database = await download('migration-preflight-database', service);
      const pairs = [
        [join(report, 'report.json'), outputs['report-json']],
        [join(report, 'report.md'), outputs['report-markdown']],
        [join(database, 'goals_dev.migrated.db'), outputs['migrated-database']],
      ];
      for (const [down, up] of pairs) expect(sha256(down ?? '')).toBe(sha256(up ?? ''));
      expect(outputs['database-artifact-url']).toContain(`/artifacts/${outputs['database-artifact-id']}`);
    } finally {
      await service.stop();
    }
  });
});

describe('a table that the migration never names', () => {
  /** One workspace per run: a migration that only touches `work`, whose trigger, key or rebuild reaches scenarios. */
  function prepared(before: string, migration: string): string {
    const workspace = mkdtempSync(join(folder, 'named '));
    const made = databaseFrom(workspace, before);
    mkdirSync(join(workspace, 'm'));
    writeFileSync(join(workspace, 'm/1.sql'), migration);
    cpSync(made, join(workspace, 'app.db'));
    return workspace;
  }

  it.each<[string, string, string, { rule: string; table: string; object?: string }]>([
    [
      'a lost row',
      'CREATE TABLE work(id INTEGER PRIMARY KEY); CREATE TABLE quiet(id INTEGER PRIMARY KEY, work INT REFERENCES work(id) ON DELETE CASCADE); INSERT INTO work VALUES (1); INSERT INTO quiet VALUES (7, 1);',
      'CREATE TABLE n(id INTEGER PRIMARY KEY, x); INSERT INTO n(id) SELECT id FROM work; DROP TABLE work; ALTER TABLE n RENAME TO work;',
      { rule: 'rows-lost', table: 'quiet' },
    ],
    [
      'a changed value',
      'CREATE TABLE work(id INTEGER PRIMARY KEY); CREATE TABLE quiet(n); INSERT INTO quiet VALUES (1); CREATE TRIGGER g AFTER INSERT ON work BEGIN UPDATE quiet SET n = n + 1; END;',
      'INSERT INTO work VALUES (1);',
      { rule: 'values-changed', table: 'quiet' },
    ],
    [
      'a lost trigger',
      'CREATE TABLE work(id INTEGER PRIMARY KEY); CREATE TABLE quiet(n); CREATE TRIGGER g AFTER INSERT ON work BEGIN INSERT INTO quiet VALUES (1); END;',
      'CREATE TABLE n(id INTEGER PRIMARY KEY, x); INSERT INTO n(id) SELECT id FROM work; DROP TABLE work; ALTER TABLE n RENAME TO work;',
      { rule: 'trigger-lost', table: 'work', object: 'g' },
    ],
    [
      'a lost index',
      'CREATE TABLE work(id INTEGER PRIMARY KEY, v); CREATE INDEX i ON work(v); INSERT INTO work VALUES (1, 1);',
      'CREATE TABLE n(id INTEGER PRIMARY KEY, v); INSERT INTO n SELECT * FROM work; DROP TABLE work; ALTER TABLE n RENAME TO work;',
      { rule: 'index-lost', table: 'work', object: 'i' },
    ],
  ])('%s is found and named', async (_, before, migration, expected) => {
    const { report } = await run(prepared(before, migration), {
      database: 'app.db',
      migrations: 'm',
      profile: 'transaction',
    });
    expect(report.findings).toContainEqual(expect.objectContaining(expected));
    expect(['blocked', 'warned']).toContain(report.verdict);
  });

  it('orphans fail the job, without any migration', async () => {
    const orphaned =
      'CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id)); INSERT INTO c VALUES (1), (2);';
    const { exitCode, outputs } = await run(prepared(orphaned, ''), { database: 'app.db' });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ verdict: 'blocked', orphans: '2' });
  });
});
