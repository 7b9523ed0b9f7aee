import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/facts/plan.ts';
import type { StatementFacts } from '../../src/facts/rehearsal/rehearsal.ts';
import { judge } from '../../src/judge/judge.ts';
import { type CaseSettings, factsWith, judged, measured, NOW, settingsWith } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = 'CREATE TABLE t(id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, 1), (2, NULL);';

describe('verdict and exit code', () => {
  it.each([
    [
      'cleared',
      0,
      'UPDATE t SET v = 2 WHERE v IS NULL; CREATE INDEX i ON t(v); ALTER TABLE t ADD COLUMN w;',
      {},
    ],
    ['warned', 0, 'UPDATE t SET v = 2', {}],
    ['warned', 1, 'UPDATE t SET v = 2', { failOn: 'warning' }],
    ['blocked', 1, 'DELETE FROM t', {}],
    ['blocked', 0, 'DELETE FROM t', { failOn: 'never' }],
    ['blocked', 1, 'SELECT nothing', {}],
  ] as const)('%s, %i after %s %j', (verdict, exitCode, sql, settings) => {
    expect(judged(measured(folder, SCHEMA, sql), settings)).toMatchObject({
      verdict,
      exitCode,
      databases: [{ verdict }],
    });
  });

  it('failed, 2 where the set-up is wrong, whatever fail-on says', () => {
    const mistakes = [{ key: 'x', message: 'x is wrong.', remedy: 'Correct it.' }];
    expect(judged(factsWith({ mistakes }), { failOn: 'never' })).toMatchObject({
      verdict: 'failed',
      exitCode: 2,
    });
    const unusable = { reason: 'it is empty.', remedy: 'Fetch it.' };
    expect(judged(factsWith({ unusable }))).toMatchObject({ verdict: 'failed', exitCode: 2 });
  });

  it('failed, 2 where a check cannot be right, and says that first', () => {
    const settings = { checks: { queries: [{ id: 'q', sql: 'SELECT' }] } };
    const record = judged(measured(folder, SCHEMA, 'DELETE FROM t; SELECT nothing', settings), settings);
    expect(record).toMatchObject({ verdict: 'failed', exitCode: 2 });
    expect(record.findings.map(({ rule }) => rule).slice(0, 2)).toEqual([
      'settings-invalid',
      'migration-failed',
    ]);
  });

  it('failed, 3 where we broke, even when the migration has problems too', () => {
    const facts = measured(folder, SCHEMA, 'DELETE FROM t');
    const incidents = [{ task: 'compare' as const, kind: 'crash' as const, detail: 'signal SIGSEGV' }];
    expect(judged({ ...facts, incidents })).toMatchObject({ verdict: 'failed', exitCode: 3 });
  });

  it('of several databases the worst one decides, each keeping its own', () => {
    const good = { ...measured(folder, SCHEMA, 'SELECT 1'), path: 'good.db' };
    const bad = { ...measured(folder, SCHEMA, 'DELETE FROM t'), path: 'bad.db' };
    const tool = { name: '', version: '', sqlite: '', node: '' };
    const record = judge([good, bad], settingsWith(), { now: NOW, tool });
    expect(record).toMatchObject({
      verdict: 'blocked',
      exitCode: 1,
      databases: [{ verdict: 'cleared' }, { verdict: 'blocked' }],
    });
  });
});

describe('findings', () => {
  it('come most severe first, the failure before what it led to, and in the same order each time', () => {
    const facts = measured(
      folder,
      SCHEMA,
      'UPDATE t SET v = 9 WHERE id = 1; CREATE TABLE u(a); SELECT nothing;',
    );
    const record = judged(facts);
    expect(record.findings.slice(0, 2).map(({ rule }) => rule)).toEqual([
      'migration-failed',
      'half-migrated',
    ]);
    expect(judged(facts)).toEqual(record);
  });
});

describe('advice', () => {
  it('says what to mend and where, or how to proceed', () => {
    const blocked = judged(measured(folder, SCHEMA, 'SELECT 1;\nSELECT nothing;')).databases[0];
    expect(blocked).toMatchObject({ recommendation: 'Do not migrate.', risk: { level: 'high' } });
    expect(blocked?.nextSteps[0]).toMatch(/^m\/0001\.sql:2: /);
    const cleared = judged(measured(folder, SCHEMA, 'CREATE INDEX i ON t(v)')).databases[0];
    expect(cleared).toMatchObject({ recommendation: 'Proceed with the migration.', risk: { level: 'low' } });
    expect(cleared?.nextSteps).toContain(
      'Migrate as rehearsed: profile plain, no transaction around the files, foreign keys off.',
    );
    const idle = measured(folder, SCHEMA, 'SELECT 1');
    const applied = { ...idle, plan: { ...(idle.plan as Plan), pending: [] } };
    expect(judged(applied).databases[0]).toMatchObject({
      recommendation: 'Every migration is applied already. The database is healthy.',
      nextSteps: [],
    });
    const kind = 'out-of-order' as const;
    const problems = [{ kind, sentence: 'it is passed over', refuses: false, skips: '2_b' }];
    const passedOver = judged({ ...applied, plan: { ...applied.plan, problems } }).databases[0];
    expect(passedOver).toMatchObject({
      recommendation: 'Nothing will be run: 1 migration is passed over.',
      nextSteps: [
        'Give it a number or time after the last applied one; if what it does is done already, allow it with a reason.',
        'Rehearse again.',
      ],
    });
    expect(judged(measured(folder, SCHEMA)).databases[0]).toMatchObject({
      recommendation: 'The database is healthy.',
      risk: { level: 'unknown' },
    });
  });
});

describe('risk', () => {
  it.each([
    ['low', 'ALTER TABLE t ADD COLUMN w', /^Additive/],
    [
      'medium',
      'UPDATE t SET v = 3 WHERE id = 1',
      /^Not additive: 0 rows removed, 1 value changed, 0 objects removed/,
    ],
    ['high', 'DELETE FROM t', /1 finding of severity error/],
  ])('is %s after %s', (level, sql, reason) => {
    const risk = judged(measured(folder, SCHEMA, sql)).databases[0]?.risk;
    expect(risk?.level).toBe(level);
    expect(risk?.reasons).toContainEqual(expect.stringMatching(reason));
  });

  it.each([
    ['CREATE INDEX i ON t(v)', 'Reversible: every row and value that was there is still there.'],
    ['ALTER TABLE t DROP COLUMN v', 'Not reversible: only a backup brings back 1 value.'],
    ['DROP TABLE t', 'Not reversible: only a backup brings back 2 rows.'],
    [
      'UPDATE t SET v = 5 WHERE v = 1; DELETE FROM t WHERE v IS NULL',
      'Not reversible: only a backup brings back 1 row and 1 value.',
    ],
    [
      'CREATE INDEX i ON t(v)',
      'Extra disk: up to 8,712 bytes while it runs, of it journal 4,616; 4,096 bytes afterwards (8,192 → 12,288).',
    ],
    ['SELECT 1', 'No extra disk: 8,192 → 8,192 bytes.'],
    ['SELECT 1', 'Size: 2 rows in 1 table.'],
  ])('of %s has the reason: %s', (sql, reason) => {
    expect(judged(measured(folder, SCHEMA, sql)).databases[0]?.risk.reasons).toContain(reason);
  });

  it.each([
    ['the statements of one transaction from the first that writes, added up', [1, 1, 1], '5.0 s', 'low'],
    ['a statement that commits by itself, alone', [1, 2, 3], '3.0 s', 'low'],
    ['more than five seconds', [1, 1, 1, 1], '8.0 s', 'medium'],
  ])('counts as the longest write transaction %s', (_, numbers, time, level) => {
    const facts = measured(folder, SCHEMA, 'SELECT 1');
    const names: [] = [];
    const statements = numbers.map((transaction, at): StatementFacts => {
      const ms = [9000, 2000, 3000, 3000][at] ?? 0;
      return { file: 'a', line: 1, title: '', status: 'done', ms, writes: at > 0, transaction, names };
    });
    const { risk } = judged({ ...facts, rehearsal: { ...facts.rehearsal, statements } }).databases[0] ?? {};
    const reason = `Longest write transaction: ${time}; other writers wait that long at least.`;
    expect(risk?.reasons).toContain(reason);
    expect(risk?.level).toBe(level);
  });
});

describe('success criteria', () => {
  it('tick what was measured', () => {
    const settings = {
      checks: {
        required: [{ table: 't', column: 'v' }],
        queries: [{ id: 'low', sql: 'SELECT v FROM t WHERE v < 9' }],
        statements: [{ file: 'app.sql', sql: 'SELECT v FROM t; SELECT w FROM t' }],
      },
      expect: {
        tables: ['t'],
        columns: [],
        indexes: [{ pattern: 'idx_%', count: { operator: '>=' as const, value: 2 } }],
        rows: [{ table: 't', count: 'unchanged' as const }],
      },
    };
    const facts = measured(folder, SCHEMA, 'CREATE INDEX idx_a ON t(v)', settings);
    expect(judged(facts, settings).databases[0]?.criteria).toEqual([
      { text: 'Every statement runs without an error', met: true },
      { text: 'The file is sound (integrity_check)', met: true },
      { text: 'No row lacks its parent', met: true },
      { text: 'No row, value or object is lost, unless allowed', met: true },
      { text: 'Zero NULLs in t.v', met: false },
      { text: 'The migration breaks none of 2 statements of the application', met: true },
      { text: 'Table t exists', met: true },
      { text: 'At least 2 indexes named idx_%', met: false },
      { text: 'Row count of t unchanged (2)', met: true },
      { text: 'No row from query low', met: false },
      { text: 'No finding of severity error', met: false },
    ]);
  });

  const unmet = (schema: string, migration: string | undefined, settings: CaseSettings = {}) => {
    const [database] = judged(measured(folder, schema, migration, settings), settings).databases;
    return [database?.verdict, ...(database?.criteria ?? []).flatMap(({ text, met }) => (met ? [] : [text]))];
  };
  const LOST = 'No row, value or object is lost, unless allowed';
  const ERROR = 'No finding of severity error';
  const REBUILD = 'INSERT INTO n SELECT * FROM k; DROP TABLE k; ALTER TABLE n RENAME TO k;';
  const KEPT = "CREATE TABLE k(id INTEGER PRIMARY KEY, v TEXT NOT NULL); INSERT INTO k VALUES (1, 'abc');";

  it.each([
    ['rows', 'DELETE FROM k;', ['blocked', LOST, ERROR]],
    [
      'values',
      `CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT); INSERT INTO n SELECT id, NULL FROM k; DROP TABLE k; ALTER TABLE n RENAME TO k;`,
      ['blocked', LOST, ERROR],
    ],
    [
      'a part of a value on the way',
      `CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT NOT NULL); INSERT INTO n SELECT id, substr(v, 1, 1) FROM k; DROP TABLE k; ALTER TABLE n RENAME TO k;`,
      ['blocked', LOST, ERROR],
    ],
    [
      'a constraint alone, as a warning',
      `CREATE TABLE n(id INTEGER PRIMARY KEY, v TEXT); ${REBUILD}`,
      ['warned', LOST],
    ],
  ])('miss what is lost: %s', (_, migration, expected) => {
    expect(unmet(KEPT, migration)).toEqual(expected);
  });

  it('are met where the loss is allowed, and where values are changed by an UPDATE', () => {
    const source = { file: 'preflight.yml' };
    const allow = [{ rule: 'rows-lost', table: 'k', reason: 'expired', source }];
    expect(unmet(KEPT, 'DELETE FROM k;', { allow })).toEqual(['cleared']);
    expect(unmet(KEPT, "UPDATE k SET v = 'abd';")).toEqual(['warned']);
  });

  it('are not all met in a blocked report, whatever blocks it', () => {
    const schema = `${KEPT} CREATE VIEW w AS SELECT v FROM k;`;
    const migration = 'ALTER TABLE k ADD COLUMN x; DROP VIEW w; CREATE VIEW w AS SELECT y FROM k;';
    expect(unmet(schema, migration)).toEqual(['blocked', ERROR]);
  });

  it('of a health check ask for no loss', () => {
    expect(unmet(KEPT, undefined)).toEqual(['cleared']);
    const [database] = judged(measured(folder, KEPT)).databases;
    expect(database?.criteria.map(({ text }) => text)).not.toContain(LOST);
  });
});
