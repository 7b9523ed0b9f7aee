import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { ResultsService } from '../support/results-service.ts';
import { databaseFrom, firstValue, scratchFolder } from '../support/scratch.ts';

/** One run of the bundle over the databases of several tenants. */
const entry = join(import.meta.dirname, '../../dist/index.js');
const folder = scratchFolder();
const HEALTHY = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, NULL);';
const FILLED = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO t VALUES (1, 7), (2, 8);';
const MIGRATION = "ALTER TABLE t ADD COLUMN w TEXT; DELETE FROM t WHERE v = '7';";
let service: ResultsService;

beforeEach(async () => {
  service = await new ResultsService().start();
});
afterEach(async () => await service.stop());

interface Report {
  verdict: string;
  databases: { verdict: string; snapshot: { path: string }; rehearsal: { outcome: string } }[];
  findings: { rule: string; database: string }[];
}

/** Each database is given by its SQL; what is no SQL for a database is its file's text. */
async function run(databases: Record<string, { sql: string } | { text: string }>) {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  mkdirSync(join(workspace, 'm'));
  writeFileSync(join(workspace, 'm/1.sql'), MIGRATION);
  for (const [name, content] of Object.entries(databases)) {
    const path = join(workspace, name);
    mkdirSync(join(path, '..'), { recursive: true });
    if ('text' in content) writeFileSync(path, content.text);
    else renameSync(databaseFrom(workspace, content.sql), path);
  }
  const result = await runAction({
    entry,
    folder,
    workspace,
    inputs: { database: 'tenants/**/*.db', migrations: 'm' },
    event: { repository: { private: true } },
    env: service.env(),
  });
  const report = JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8')) as Report;
  return { ...result, report };
}

describe('several databases', () => {
  it('each get their row, and one that cannot be used hides no other', async () => {
    const { report, exitCode, outputs } = await run({
      'tenants/a.db': { sql: HEALTHY },
      'tenants/b.db': { text: 'no database\n' },
      'tenants/c.db': { sql: FILLED },
    });
    const rows = report.databases.map(({ verdict, snapshot, rehearsal }) => [
      snapshot.path,
      verdict,
      rehearsal.outcome,
    ]);
    expect(rows).toEqual([
      ['tenants/a.db', 'cleared', 'done'],
      ['tenants/b.db', 'failed', 'not-run'],
      ['tenants/c.db', 'blocked', 'done'],
    ]);
    expect([outputs.verdict, exitCode]).toEqual(['failed', 2]);
    expect(report.findings.filter(({ rule }) => rule === 'rows-lost')).toMatchObject([
      { database: 'tenants/c.db' },
    ]);
  });

  it('leave a migrated copy and an artifact each, named in the order of the databases', async () => {
    const { outputs } = await run({
      'tenants/x/app.db': { sql: HEALTHY },
      'tenants/y/app.db': { sql: FILLED },
    });
    const migrated = (outputs['migrated-database'] ?? '').split('\n');
    const names = ['tenants-x-app.migrated.db', 'tenants-y-app.migrated.db'];
    expect(migrated.map((path) => basename(path))).toEqual(names);
    expect(migrated.map((path) => firstValue(path, 'SELECT count(*) FROM t'))).toEqual([1, 1]);
    expect(service.names().toSorted()).toEqual([
      'migration-preflight',
      'migration-preflight-database-tenants-x-app',
      'migration-preflight-database-tenants-y-app',
    ]);
    expect((outputs['database-artifact-id'] ?? '').split('\n')).toHaveLength(2);
    expect((outputs['database-artifact-url'] ?? '').split('\n')).toHaveLength(2);
    expect((outputs['report-artifact-id'] ?? '').split('\n')).toHaveLength(1);
  });

  it('more than twenty share one artifact', async () => {
    const tenants = Array.from({ length: 21 }, (_, at) => [`tenants/${at}.db`, { sql: HEALTHY }]);
    const { outputs, exitCode } = await run(Object.fromEntries(tenants));
    expect(exitCode).toBe(0);
    expect((outputs['migrated-database'] ?? '').split('\n')).toHaveLength(21);
    expect(service.names().toSorted()).toEqual(['migration-preflight', 'migration-preflight-database']);
  });
});
