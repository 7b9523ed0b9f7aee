import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runAction } from '../support/action.ts';
import { onLinux } from '../support/platform.ts';
import { enginesBelow, rehearsingBelow, until } from '../support/processes.ts';
import { databaseFrom, scratchFolder } from '../support/scratch.ts';

/** Every way in which a run can end: verdict, exit code, outcome, and the reports that are there in each of them. */
const root = join(import.meta.dirname, '../..');
const entry = join(root, 'dist/index.js');
const folder = scratchFolder();
const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1), (2, NULL);';
const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;';
/** It can be seen from outside that this one is under way. */
const WRITTEN_AND_ENDLESS = `BEGIN; UPDATE t SET v = v + 1; ${ENDLESS}`;
const valid = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(root, 'report.schema.json'), 'utf8')),
);

interface Situation {
  migration?: string;
  inputs?: Record<string, string>;
  schema?: string;
  /** The text of a dump, instead of a database. */
  dump?: string;
  started?: (child: ChildProcess) => void;
}

async function run({ migration, inputs = {}, schema = SCHEMA, dump, started }: Situation) {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  if (dump === undefined) databaseFrom(workspace, schema);
  else writeFileSync(join(workspace, 'dump.sql'), dump);
  const [database = ''] = readdirSync(workspace);
  if (migration !== undefined) {
    mkdirSync(join(workspace, 'm'));
    writeFileSync(join(workspace, 'm/1.sql'), migration);
  }
  const given = { database, upload: 'never', ...(migration !== undefined && { migrations: 'm' }), ...inputs };
  const result = await runAction({ entry, folder, workspace, inputs: given, ...(started && { started }) });
  const report = JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8'));
  expect(valid(report) ? [] : valid.errors).toEqual([]);
  expect(existsSync(result.outputs['report-markdown'] ?? '')).toBe(true);
  expect(readdirSync(result.temp)).toEqual(['preflight']);
  const { outcome } = report.databases[0].rehearsal;
  return { ...result, report, ends: [result.outputs.verdict, result.exitCode, outcome] };
}

describe('a run ends', () => {
  it.each<[string, Situation, unknown[]]>([
    ['cleared', { migration: 'UPDATE t SET v = 2 WHERE v IS NULL' }, ['cleared', 0, 'done']],
    ['cleared, as a health check', {}, ['cleared', 0, 'not-run']],
    ['warned', { migration: 'UPDATE t SET v = 2' }, ['warned', 0, 'done']],
    [
      'warned, and fails where warnings do',
      { migration: 'UPDATE t SET v = 2', inputs: { 'fail-on': 'warning' } },
      ['warned', 1, 'done'],
    ],
    ['blocked by a finding', { migration: 'DELETE FROM t' }, ['blocked', 1, 'done']],
    [
      'blocked, and passes where nothing fails',
      { migration: 'DELETE FROM t', inputs: { 'fail-on': 'never' } },
      ['blocked', 0, 'done'],
    ],
    ['blocked by a failure', { migration: 'SELECT nothing' }, ['blocked', 1, 'failed']],
    [
      'blocked at the deadline',
      { migration: ENDLESS, inputs: { 'timeout-minutes': '0.1' } },
      ['blocked', 1, 'timeout'],
    ],
    [
      'failed by a snapshot without a table',
      { schema: 'PRAGMA user_version=1', migration: 'SELECT 1' },
      ['failed', 2, 'not-run'],
    ],
    [
      'failed by a dump that was cut off',
      { dump: `BEGIN TRANSACTION;\n${SCHEMA}`, migration: 'SELECT 1' },
      ['failed', 2, 'not-run'],
    ],
    ['failed by a snapshot that is not there', { inputs: { database: 'none.db' } }, ['failed', 2, 'not-run']],
    ['failed by wrong settings', { inputs: { 'fail-on': 'eror' } }, ['failed', 2, 'not-run']],
    ['failed by a folder without migrations', { inputs: { migrations: '.' } }, ['failed', 2, 'not-run']],
  ])('%s', async (_, situation, expected) => {
    expect((await run(situation)).ends).toEqual(expected);
  });
});

describe('a run that is interrupted (needs /proc, so Linux only)', () => {
  onLinux.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'by %s leaves a report within 5 s, and no process',
    async (signal) => {
      let sent = 0;
      const started = (child: ChildProcess) => {
        void until(() => rehearsingBelow(folder)[0]).then(() => {
          sent = performance.now();
          child.kill(signal);
        });
      };
      const { ends, report, stdout } = await run({ migration: WRITTEN_AND_ENDLESS, started });
      expect(performance.now() - sent).toBeLessThan(5000);
      expect(ends).toEqual(['failed', 3, 'crashed']);
      expect(report.findings).toContainEqual(
        expect.objectContaining({
          rule: 'preflight-incomplete',
          message: expect.stringContaining('cancelled'),
        }),
      );
      expect(stdout).toContain('The preflight broke');
      expect(enginesBelow(folder)).toEqual([]);
    },
  );

  onLinux.each(['SIGKILL', 'SIGSEGV'] as const)(
    'by %s of its engine leaves a report, and no process',
    async (signal) => {
      const started = () => {
        void until(() => rehearsingBelow(folder)[0]).then((pid) => process.kill(Number(pid), signal));
      };
      const { ends, report } = await run({ migration: WRITTEN_AND_ENDLESS, started });
      expect(ends).toEqual(['failed', 3, 'crashed']);
      expect(report.findings).toContainEqual(
        expect.objectContaining({ rule: 'preflight-incomplete', message: expect.stringContaining(signal) }),
      );
      expect(report.databases[0].before.integrity).toBe('ok');
      expect(enginesBelow(folder)).toEqual([]);
    },
  );
});
