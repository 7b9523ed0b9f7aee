import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as ajv from 'ajv/dist/2020.js';
import { renderJson } from '../../../../src/report/formats/json/json.ts';
import {
  blockedRecord,
  changes,
  databaseFacts,
  databaseRecord,
  failedRecord,
  finding,
  health,
  plan,
  preflightRecord,
  rehearsal,
  statement,
} from '../../../support/record.ts';
import { hostileRecord } from '../../hostile.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../report.schema.json'), 'utf8'));
const validate = new ajv.Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

function problems(report: unknown): unknown {
  validate(report);
  return validate.errors;
}

const full = preflightRecord({
  configFile: 'sub/preflight.yml',
  findings: [
    finding({
      severity: 'notice',
      columns: ['id'],
      object: 'idx',
      count: 3,
      query: 'SELECT 1;',
      location: { file: 'a.sql', line: 2 },
      samples: [{ key: [{ column: 'id', value: '1' }], values: [{ column: 'v', before: "'a'" }] }],
      allowed: 'meant',
    }),
  ],
  databases: [
    databaseRecord({
      facts: databaseFacts({
        before: health({
          integrity: { result: 'damaged', messages: ['page 3 is never used'] },
          orphans: [
            { table: 'a', columns: ['b'], parent: 'c', parentColumns: ['d'], rows: 1, declared: false },
          ],
          mismatches: [
            {
              table: 'a',
              columns: ['b'],
              parent: 'c',
              parentColumns: ['d'],
              rows: 1,
              cause: 'parent-not-unique',
            },
          ],
          queries: [
            { id: 'q', sql: 'SELECT 1', rows: 2 },
            { id: 'r', sql: 'SELECT x', failure: { while: 'compiling', message: 'no such column: x' } },
          ],
          statements: {
            total: 2,
            failed: [{ file: 'app.sql', line: 1, offset: 0, message: 'no such table: u' }],
          },
          unchecked: [
            { check: 'rows', table: 'a', missing: 'no such module: m', damaged: true },
            { check: 'query', object: 's', missing: 'no such function: f' },
          ],
        }),
        changes: {
          ...changes(),
          objects: [
            { kind: 'table', name: 'old', change: 'removed', held: 4 },
            { kind: 'column', name: 'b', table: 't', change: 'renamed', from: 'a' },
          ],
          renames: [{ kind: 'column', table: 't', from: 'a', to: 'b' }],
          unchecked: [{ check: 'content', missing: 'no such collation sequence: c' }],
        },
        incidents: [{ task: 'compare', kind: 'timeout', detail: 'killed' }],
        rehearsal: rehearsal({ leftOpen: true, statements: [statement({ phase: 'one', rolledBack: true })] }),
      }),
    }),
  ],
});

describe('report.json fits report.schema.json', () => {
  it.each([
    ['a cleared run', preflightRecord()],
    ['a blocked run', blockedRecord()],
    ['everything at once', full],
    ['an unusable snapshot', failedRecord('snapshot')],
    ['mistakes in the settings', failedRecord('settings')],
    ['hostile names', hostileRecord('\u202e\u0000"\ud800<b>')],
  ])('for %s', (_, record) => {
    expect(problems(JSON.parse(renderJson(record)))).toBeNull();
  });
});

describe('the schema refuses', () => {
  const report = () => JSON.parse(renderJson(full));
  const spoil = (change: (report: ReturnType<typeof JSON.parse>) => void) => {
    const spoilt = report();
    change(spoilt);
    return problems(spoilt);
  };

  it.each(['schemaVersion', 'verdict', 'generatedAt', 'tool', 'databases', 'findings'])(
    'a report without %s',
    (key) => {
      expect(spoil((it) => delete it[key])).not.toBeNull();
    },
  );

  it.each<[string, (it: ReturnType<typeof JSON.parse>) => void]>([
    ['an unknown verdict', (it) => (it.databases[0].verdict = 'fine')],
    ['an unknown outcome', (it) => (it.databases[0].rehearsal.outcome = 'ok')],
    ['an unknown status', (it) => (it.databases[0].rehearsal.steps[0].status = 'skipped')],
    ['an unknown severity', (it) => (it.findings[0].severity = 'fatal')],
    ['an unknown kind of object', (it) => (it.databases[0].changes.objects[0].kind = 'sequence')],
    ['a null', (it) => (it.databases[0].after = null)],
    ['a snapshot that was read and has no size', (it) => delete it.databases[0].snapshot.bytes],
    ['a negative count', (it) => (it.databases[0].changes.tables[0].changed = -1)],
  ])('%s', (_, change) => {
    expect(spoil(change)).not.toBeNull();
  });

  it('nothing for a key that it does not know', () => {
    expect(spoil((it) => (it.databases[0].before.extra = 1))).toBeNull();
  });
});

describe('report.json', () => {
  it('ends with a line feed and is indented by two spaces', () => {
    const text = renderJson(preflightRecord());
    expect(text.startsWith('{\n  "schemaVersion": 1,\n  "verdict": "cleared",\n')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
  });

  it('is the same bytes for the same record', () => {
    expect(renderJson(full)).toBe(renderJson(structuredClone(full)));
  });

  it('holds no null, and leaves out what does not apply', () => {
    for (const record of [full, blockedRecord(), failedRecord('snapshot'), failedRecord('settings')])
      expect(renderJson(record)).not.toMatch(/: null\b|\[\s*null/);
    const [database] = JSON.parse(renderJson(failedRecord('snapshot'))).databases;
    expect(Object.keys(database)).toEqual([
      'verdict',
      'snapshot',
      'rehearsal',
      'risk',
      'criteria',
      'recommendation',
      'nextSteps',
      'timings',
    ]);
    expect(database.snapshot).toEqual({
      path: 'snapshots/goals.db',
      unusable: 'it is text, not a SQLite database.',
    });
  });

  it('names the profile, and the pending files in order', () => {
    expect(JSON.parse(renderJson(preflightRecord())).databases[0].plan).toEqual({
      layout: 'plain',
      profile: 'plain',
      basis: 'declared',
      foreignKeys: false,
      transaction: 'none',
      applied: 0,
      pending: plan().pending,
    });
  });

  it('tells of a failure with its statement, and of what did not run', () => {
    const { rehearsal: facts } = JSON.parse(renderJson(blockedRecord())).databases[0];
    expect(facts).toMatchObject({
      outcome: 'failed',
      commits: 1,
      failure: { step: 1, file: 'migrations/0001_root_id.sql', line: 5, code: 'SQLITE_ERROR' },
    });
    expect(facts.steps.map(({ status }: { status: string }) => status)).toEqual([
      'done',
      'failed',
      'not-run',
    ]);
    expect(facts).not.toHaveProperty('leftOpen');
  });

  it('rounds times to microseconds, in the order of the run', () => {
    const { timings } = JSON.parse(renderJson(preflightRecord())).databases[0];
    expect(Object.entries(timings)).toEqual([
      ['copy', 1.2],
      ['healthBefore', 3],
      ['rehearsal', 4.123],
      ['healthAfter', 2],
      ['schemaDiff', 0.4],
      ['dataDiff', 0.9],
      ['total', 13],
    ]);
  });

  it('shows integrity in one word, with the messages only where there are some', () => {
    const [database] = JSON.parse(renderJson(full)).databases;
    expect(database.before).toMatchObject({
      integrity: 'damaged',
      integrityMessages: ['page 3 is never used'],
    });
    expect(database.after.integrity).toBe('ok');
    expect(database.after).not.toHaveProperty('integrityMessages');
  });

  it('gives what the settings ask besides, and nothing where they ask nothing', () => {
    const [database] = JSON.parse(renderJson(full)).databases;
    expect(database.before).toMatchObject({
      orphans: [{ table: 'a', rows: 1, declared: false }],
      queries: [
        { id: 'q', rows: 2 },
        { id: 'r', failure: 'no such column: x' },
      ],
      statements: { total: 2, failed: [{ file: 'app.sql', line: 1, message: 'no such table: u' }] },
    });
    expect(Object.keys(database.after)).not.toContain('queries');
    expect(Object.keys(database.after)).not.toContain('statements');
  });

  it('keeps schema, SQL of the steps, names and paths of the machine to itself', () => {
    const secret = 'CREATE TABLE secret(x)';
    const facts = databaseFacts({
      plan: plan({ steps: [{ do: 'pragma', sql: secret }] }),
      after: health({
        schema: { tables: [], indexes: [], triggers: [], views: [{ name: 'v', definition: secret }] },
      }),
    });
    const text = renderJson(preflightRecord({ databases: [databaseRecord({ facts })] }));
    expect(text).not.toContain('secret');
    expect(text).not.toContain('"names"');
    expect(text).not.toContain('/tmp/');
    expect(JSON.parse(text).databases[0].migratedDatabase).toBe('goals.migrated.db');
  });
});
