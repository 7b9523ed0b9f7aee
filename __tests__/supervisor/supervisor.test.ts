import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { EngineLimits } from '../../src/supervisor/limits.ts';
import { Supervisor } from '../../src/supervisor/supervisor.ts';
import { assignmentOf, folderOf } from '../support/plans.ts';
import { onLinux } from '../support/platform.ts';
import { type CaseSettings, settingsWith } from '../support/preflight.ts';
import { enginesBelow, rehearsingBelow, replayingBelow, until } from '../support/processes.ts';
import { databaseFrom, editSchema, firstValue, scratchFolder, sha256 } from '../support/scratch.ts';

const folder = scratchFolder();
const engine = join(import.meta.dirname, '../support/engine.ts');
const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v NOT NULL); INSERT INTO t VALUES (1, 1), (2, 2);';
const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;';
/** It can be seen from outside that this one is under way. */
const WRITTEN_AND_ENDLESS = `BEGIN; UPDATE t SET v = v + 1; ${ENDLESS}`;

interface Options {
  sql?: string;
  timeoutMs?: number;
  signal?: AbortSignal;
  snapshot?: string;
  checks?: NonNullable<CaseSettings['checks']>;
  limits?: EngineLimits;
}

async function run({
  sql,
  timeoutMs = 20_000,
  signal = new AbortController().signal,
  snapshot,
  checks = {},
  limits,
}: Options) {
  const place = mkdtempSync(join(folder, 'run-'));
  const output = join(place, 'output');
  const supervisor = new Supervisor({ engine, temp: join(place, 'temp'), signal, ...(limits && { limits }) });
  try {
    const path = snapshot ?? databaseFrom(place, SCHEMA);
    const assignment = sql === undefined ? undefined : assignmentOf(folderOf({ 'm.sql': sql }));
    const request = {
      ...{ snapshot: path, name: 'x.db', migrated: 'x.migrated.db', samples: 'none' as const, output },
      rehearse: [],
      checks: settingsWith({ checks }).checks,
      ...(assignment && { assignment }),
    };
    const [facts] = await supervisor.run([request], timeoutMs);
    if (facts === undefined) throw new Error('there are no facts');
    return { facts, path, output, place };
  } finally {
    await supervisor.close();
    expect(readdirSync(join(place, 'temp'))).toEqual([]);
  }
}

describe('a run', () => {
  it('measures nothing of what can no longer be opened, and blames the migration', async () => {
    const sql = "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = 'garbage' WHERE name = 't';";
    const { facts } = await run({ sql });
    expect(facts).toMatchObject({ incidents: [], rehearsal: { outcome: 'failed', unreadable: true } });
    expect([facts.after, facts.changes, facts.migratedDatabase]).toEqual([undefined, undefined, undefined]);
    expect(facts.before?.tables).toMatchObject([{ table: 't', rows: 2 }]);
  });

  it('gives all facts, keeps the migrated database and leaves the snapshot as it was', async () => {
    const { facts, path, output } = await run({
      sql: 'UPDATE t SET v = 5 WHERE id = 1; CREATE INDEX i ON t(v);',
    });
    expect(facts).toMatchObject({
      path: 'x.db',
      incidents: [],
      rehearsal: { outcome: 'done', commits: 2 },
      before: { tables: [{ table: 't', rows: 2 }] },
      after: { tables: [{ table: 't', rows: 2 }] },
      changes: {
        tables: [{ changed: 1 }],
        objects: [{ kind: 'index', name: 'i', change: 'added' }],
        causes: [{ table: 't', column: 'v', what: 'changed', statement: 0 }],
      },
    });
    expect(facts.migratedDatabase?.startsWith(output)).toBe(true);
    expect(firstValue(facts.migratedDatabase ?? '', 'SELECT v FROM t')).toBe(5);
    expect(sha256(path)).toBe(facts.snapshot?.sha256);
    expect(Object.keys(facts.timings).sort()).toEqual([
      'copy',
      'dataDiff',
      'healthAfter',
      'healthBefore',
      'locate',
      'rehearsal',
      'scenarios',
      'schemaDiff',
      'total',
    ]);
  });

  it('finds damage of the snapshot on both sides, in tables that the migration leaves alone', async () => {
    const snapshot = databaseFrom(folder, `${SCHEMA} CREATE INDEX i ON t(v) WHERE v > 1;`);
    editSchema(snapshot, "sql = 'CREATE INDEX i ON t(v)' WHERE name = 'i'");
    const { facts } = await run({ sql: 'CREATE TABLE other(a);', snapshot });
    expect(facts.changes?.tables).toMatchObject([{ table: 't', proof: 'pages' }]);
    expect(facts.before?.integrity.result).toBe('damaged');
    expect(facts.after?.integrity).toEqual(facts.before?.integrity);
  });

  it('without migrations is a health check', async () => {
    const { facts } = await run({});
    expect(facts.rehearsal).toMatchObject({ outcome: 'not-run', statements: [] });
    expect(facts.before?.integrity.result).toBe('ok');
    expect(facts.after).toBeUndefined();
    expect(facts.migratedDatabase).toBeUndefined();
  });

  it('stops at an unusable snapshot', async () => {
    const { facts } = await run({ sql: 'SELECT 1', snapshot: join(folder, 'none.db') });
    expect(facts.unusable?.reason).toMatch(/no such file/);
    expect(facts.rehearsal).toMatchObject({ outcome: 'not-run', statements: [] });
  });

  it('keeps a WAL database in WAL mode, in one file', async () => {
    const { facts, output } = await run({
      sql: 'UPDATE t SET v = 7;',
      snapshot: databaseFrom(folder, `PRAGMA journal_mode=WAL; ${SCHEMA}`),
    });
    expect(facts.before?.header.journalMode).toBe('wal');
    expect(facts.after?.header.journalMode).toBe('wal');
    expect(readdirSync(output)).toHaveLength(1);
    expect(firstValue(facts.migratedDatabase ?? '', 'SELECT v FROM t')).toBe(7);
  });
});

describe('the deadline', () => {
  it('kills a query of the settings that never ends', async () => {
    const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0';
    const { facts } = await run({ checks: { queries: [{ id: 'endless', sql }] }, timeoutMs: 5000 });
    expect(facts.incidents).toMatchObject([{ task: 'measure-before', kind: 'timeout' }]);
    expect(facts.before).toBeUndefined();
  });

  it('kills a statement that never ends and says how far it came', async () => {
    const started = performance.now();
    const { facts, place } = await run({
      sql: `UPDATE t SET v = 9;\nBEGIN;\nDELETE FROM t;\n${ENDLESS}\nSELECT 1;`,
      timeoutMs: 4000,
    });
    expect(performance.now() - started).toBeLessThan(4000 + 5000);
    expect(facts.rehearsal).toMatchObject({ outcome: 'timeout', commits: 1 });
    expect(
      facts.rehearsal.statements.map(({ line, status, rolledBack }) => [line, status, rolledBack]),
    ).toEqual([
      [1, 'done', undefined],
      [2, 'done', true],
      [3, 'done', true],
      [4, 'failed', undefined],
      [5, 'not-run', undefined],
    ]);
    expect(facts.incidents).toMatchObject([{ task: 'rehearse', kind: 'timeout' }]);
    expect(facts.before?.integrity.result).toBe('ok');
    expect(facts.migratedDatabase).toBeUndefined();
    expect(enginesBelow(place)).toEqual([]);
  });
});

describe('a cancelled run', () => {
  it('ends at once with what is known', async () => {
    const cancel = new AbortController();
    let cancelled = 0;
    const abort = () => {
      cancelled = performance.now();
      cancel.abort();
    };
    // Elsewhere nobody can be seen to work, so it gets the time that this takes.
    if (process.platform === 'linux') void until(() => rehearsingBelow(folder)[0]).then(abort);
    else setTimeout(abort, 3000);
    const { facts, place } = await run({ sql: WRITTEN_AND_ENDLESS, signal: cancel.signal });
    expect(performance.now() - cancelled).toBeLessThan(3000);
    expect(facts.rehearsal.outcome).toBe('crashed');
    expect(facts.incidents).toContainEqual({
      task: 'rehearse',
      kind: 'cancelled',
      detail: 'the run was cancelled',
    });
    expect(enginesBelow(place)).toEqual([]);
  });
});

describe('a dead engine (needs /proc, so Linux only)', () => {
  onLinux.each(['SIGKILL', 'SIGSEGV', 'SIGABRT'] as const)(
    '%s costs one task and not the report',
    async (signal) => {
      const place = mkdtempSync(join(folder, 'kill-'));
      const running = run({ sql: WRITTEN_AND_ENDLESS, snapshot: databaseFrom(place, SCHEMA) });
      const engine = await until(() => rehearsingBelow(folder)[0]);
      process.kill(Number(engine), signal);
      const { facts } = await running;
      expect(facts.rehearsal.outcome).toBe('crashed');
      expect(facts.incidents).toContainEqual(
        expect.objectContaining({ task: 'rehearse', kind: 'crash', detail: expect.stringContaining(signal) }),
      );
      expect(facts.before?.tables).toEqual([{ table: 't', rows: 2 }]);
    },
  );

  onLinux('costs no more than places when it dies on the search for statements', async () => {
    const sql = `DELETE FROM t WHERE id = 1;\nCREATE TABLE x AS ${ENDLESS.replace('FROM n)', 'FROM n LIMIT 3000000)')}`;
    const running = run({ sql });
    const engine = await until(() => replayingBelow(folder)[0]);
    process.kill(Number(engine), 'SIGKILL');
    const { facts } = await running;
    expect(facts.incidents).toEqual([]);
    expect(facts.rehearsal.outcome).toBe('done');
    expect(facts.changes?.tables).toMatchObject([{ table: 't', removed: 1 }]);
    expect(facts.changes?.causes).toBeUndefined();
    expect(facts.migratedDatabase).toBeDefined();
  });

  onLinux('follows its parent into death, even inside a statement', async () => {
    const place = mkdtempSync(join(folder, 'orphan-'));
    mkdirSync(join(place, 'temp'));
    const parent = spawnParent(place);
    await until(() => rehearsingBelow(place)[0]);
    parent.kill('SIGKILL');
    await until(() => (enginesBelow(place).length === 0 ? true : undefined));
    expect(enginesBelow(place)).toEqual([]);
  });
});

describe('the limits of an engine (Linux only)', () => {
  const GENEROUS = { memoryKb: 2_000_000, fileBytes: 1e9 };
  const FILL =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO t SELECT i + 9, zeroblob(100000) FROM n;';

  onLinux('end a migration that fills the disk, as our failure and not the migration’s', async () => {
    const { facts } = await run({ sql: FILL, limits: { ...GENEROUS, fileBytes: 20e6 } });
    expect(facts.incidents).toMatchObject([{ task: 'rehearse', kind: 'disk-full' }]);
    expect(facts.rehearsal.outcome).toBe('crashed');
    expect(facts.before?.integrity.result).toBe('ok');
  });

  onLinux('end a migration that fills the memory', async () => {
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT randomblob(1000000) FROM n';
    const sql = `PRAGMA temp_store=MEMORY; CREATE TEMP TABLE x AS ${endless};`;
    const { facts } = await run({ sql, limits: { ...GENEROUS, memoryKb: 1_200_000 } });
    expect(facts.incidents.map(({ task, kind }) => [task, kind])).toEqual([['rehearse', 'out-of-memory']]);
    expect(facts.rehearsal.outcome).toBe('crashed');
  });
});

/** A process of its own that supervises an endless migration. */
function spawnParent(place: string): ChildProcess {
  const source = `
    import { Supervisor } from ${JSON.stringify(join(import.meta.dirname, '../../src/supervisor/supervisor.ts'))};
    const signal = new AbortController().signal;
    const supervisor = new Supervisor({ engine: ${JSON.stringify(engine)}, temp: ${JSON.stringify(join(place, 'temp'))}, signal });
    const assignment = ${JSON.stringify(assignmentOf(folderOf({ 'm.sql': WRITTEN_AND_ENDLESS })))};
    const request = {
      ...{ snapshot: ${JSON.stringify(databaseFrom(place, SCHEMA))}, name: 'x', migrated: 'x.migrated.db', assignment, samples: 'none' },
      ...{ checks: ${JSON.stringify(settingsWith().checks)}, output: ${JSON.stringify(place)} },
    };
    await supervisor.run([request], 60000);
  `;
  return spawn(process.execPath, ['--input-type=module', '--eval', source], { stdio: 'ignore' });
}
