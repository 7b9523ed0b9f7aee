import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { measure } from '../../../src/engine/measure/measure.ts';
import { rehearse } from '../../../src/engine/rehearse/rehearse-plan.ts';
import { inspect } from '../../../src/engine/snapshot/inspect.ts';
import type { DriverName } from '../../../src/facts/rehearsal/rehearsal.ts';
import { toEnd } from '../../support/generators.ts';
import { planOf } from '../../support/plans.ts';
import { settingsWith } from '../../support/preflight.ts';
import { databaseFrom, firstValue, scratchFolder, writeText } from '../../support/scratch.ts';

/** Every way out of the copy that SQLite's language has, as SECURITY.md lists them. */

const folder = scratchFolder();
const victim = databaseFrom(folder, 'CREATE TABLE t(a); INSERT INTO t VALUES (1);');
const outside = mkdtempSync(join(folder, 'outside-'));
const none = join(outside, 'none.db');

const DRIVERS: readonly DriverName[] = ['better-sqlite3', 'undefended', 'node:sqlite'];

function run(sql: string, driver: DriverName) {
  const database = databaseFrom(mkdtempSync(join(folder, 'run-')), 'CREATE TABLE own(a);');
  const request = { database, plan: planOf(sql, 'plain'), samples: 'none' as const, driver };
  return { database, facts: toEnd(rehearse(request, () => {})) };
}

const ATTACH = [
  `ATTACH '${victim}' AS s; DELETE FROM s.t; DETACH s;`,
  `attach/**/database '${victim}' AS s; DELETE FROM s.t; DETACH s;`,
  `ATTACH ''||'${victim}' AS s; DELETE FROM s.t; DETACH s;`,
  `ATTACH ':memory:'||'${victim}' AS s; DELETE FROM s.t; DETACH s;`,
  `ATTACH (SELECT '')||'${victim}' AS s; DELETE FROM s.t; DETACH s;`,
  `ATTACH iif(1, '${victim}', ':memory:') AS s;`,
  `ATTACH 'file:${victim}?mode=rwc' AS s; DELETE FROM s.t;`,
  `ATTACH ''||'${none}' AS s; CREATE TABLE s.t(a); DETACH s;`,
  "ATTACH ''||'/no/such/folder/x.db' AS s;",
  'ATTACH ? AS s;',
];

const INTO = [`VACUUM main INTO '${none}';`, `VACUUM INTO ''||'${none}';`, `vacuum/**/into 'file:${none}';`];

/** For the whole process: what runs next would have them too. */
const PRAGMAS = [
  `PRAGMA temp_store_directory = '${outside}';`,
  `/**/pragma "main".temp_store_directory('${outside}');`,
  `EXPLAIN PRAGMA temp_store_directory='${outside}';`,
  `EXPLAIN QUERY PLAN PRAGMA main.temp_store_directory='${outside}';`,
  `PRAGMA data_store_directory='${outside}';`,
  'PRAGMA hard_heap_limit=1000000;',
];

/** SQLite refuses them itself, or was built without them. */
const NOT_THERE = [
  "SELECT load_extension('/tmp/x.so');",
  "SELECT load_extension('/tmp/x.so', 'entry');",
  "SELECT fts3_tokenizer('simple', x'0000000000000000');",
  'SELECT * FROM sqlite_dbpage;',
  'UPDATE sqlite_dbpage SET data = zeroblob(4096) WHERE pgno = 1;',
  `CREATE VIRTUAL TABLE z USING csv(filename='${victim}');`,
  `CREATE VIRTUAL TABLE z USING zipfile('${none}');`,
  `CREATE VIRTUAL TABLE z USING vfsstat;`,
  `SELECT * FROM fsdir('${outside}');`,
  `SELECT readfile('${victim}');`,
  `SELECT writefile('${none}', 'x');`,
  "SELECT edit('x');",
  `SELECT * FROM pragma_temp_store_directory('${outside}');`,
];

describe.each(DRIVERS)('with the driver %s', (driver) => {
  it.each([...ATTACH, ...INTO, ...PRAGMAS])('it is refused, and is not run: %s', (sql) => {
    expect(run(sql, driver).facts).toMatchObject({
      outcome: 'failed',
      failure: { statement: 0, message: expect.stringContaining('refused in a rehearsal') },
    });
    expect(firstValue(victim, 'SELECT count(*) FROM t')).toBe(1);
    expect(readdirSync(outside)).toEqual([]);
  });

  it.each(NOT_THERE)('it does not exist: %s', (sql) => {
    expect(run(sql, driver).facts.failure?.message).toMatch(
      /^(not authorized|message withheld|no such (table|module|function): )/,
    );
    expect(readdirSync(outside)).toEqual([]);
  });

  it('what only looks so runs: memory, temporary databases, and names in texts', () => {
    const inside = "ATTACH ':memory:' AS o; ATTACH DATABASE '' AS n; CREATE TABLE o.t(a); VACUUM;";
    const named = "EXPLAIN ATTACH 'x.db' AS o; SELECT 'attach' AS vacuum, 'temp_store_directory';";
    for (const sql of [inside, named, "SELECT 'PRAGMA hard_heap_limit';", 'PRAGMA user_version=3;'])
      expect([sql, run(sql, driver).facts.outcome]).toEqual([sql, 'done']);
    expect(existsSync(none)).toBe(false);
  });

  it('no address of memory can be had from a tokenizer', () => {
    const { database, facts } = run("INSERT INTO own SELECT fts3_tokenizer('simple');", driver);
    expect(facts.outcome).toBe('done');
    expect(firstValue(database, 'SELECT a FROM own')).toBeNull();
  });
});

describe('a trigger, a view or a check', () => {
  it.each([
    `CREATE TRIGGER r AFTER INSERT ON own BEGIN ATTACH '${victim}' AS s; END;`,
    `CREATE TRIGGER r AFTER INSERT ON own BEGIN VACUUM INTO '${none}'; END;`,
    `CREATE TRIGGER r AFTER INSERT ON own BEGIN PRAGMA temp_store_directory='${outside}'; END;`,
  ])('cannot hold it: %s', (sql) => {
    expect(run(sql, 'better-sqlite3').facts).toMatchObject({ outcome: 'failed' });
  });

  it('of the config reaches nothing either, even while it is compiled', () => {
    const database = databaseFrom(folder, 'CREATE TABLE t(a);');
    const all = [...ATTACH, ...INTO, ...PRAGMAS].map((sql) => sql.replace(/;.*$/s, ''));
    const queries = all.map((sql, at) => ({ id: `q${at}`, sql, source: { file: 'preflight.yml', line: 1 } }));
    const { checks } = settingsWith();
    const statements = [{ file: 'app.sql', sql: PRAGMAS.join('\n') }];
    const health = measure({ database, checks: { ...checks, queries, statements } });
    expect(health.queries).toEqual(
      queries.map(({ id }) =>
        expect.objectContaining({ id, failure: expect.objectContaining({ while: 'parsing' }) }),
      ),
    );
    const db = new Database(':memory:');
    expect(db.pragma('temp_store_directory')).toEqual([]);
    expect(Number(db.pragma('hard_heap_limit', { simple: true }))).toBe(0);
    db.close();
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe('a dump', () => {
  const dump = (line: string) =>
    writeText(
      mkdtempSync(join(folder, 'dump-')),
      'app.sql',
      `BEGIN TRANSACTION;\nCREATE TABLE t(a);\nCOMMIT;\n${line}\n`,
    );

  it.each([
    ...[...ATTACH, ...INTO, ...PRAGMAS].map((sql) => [sql, /refused in a rehearsal/] as const),
    ...[
      `.open ${victim}`,
      `.shell touch ${none}`,
      `.system touch ${none}`,
      `.read ${victim}`,
      `.output ${none}`,
      `.save ${none}`,
      `.load ${none}`,
      `.import ${victim} t`,
    ].map((command) => [`${command};`, /of the dump failed/] as const),
  ])('is refused with it: %s', async (line, reason) => {
    const place = mkdtempSync(join(folder, 'copies-'));
    const result = await inspect({ snapshot: dump(line), name: 'app.sql', folder: place });
    expect('unusable' in result && result.unusable.reason).toMatch(reason);
    expect(readdirSync(outside)).toEqual([]);
    expect(firstValue(victim, 'SELECT count(*) FROM t')).toBe(1);
  });
});
