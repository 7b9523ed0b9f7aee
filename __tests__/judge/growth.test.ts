import { describe, expect, it } from '@jest/globals';
import type { ChangeFacts, TableChange } from '../../src/facts/changes.ts';
import type { DatabaseFacts } from '../../src/facts/database.ts';
import type { StatementFacts } from '../../src/facts/rehearsal/rehearsal.ts';
import type { Table } from '../../src/facts/schema.ts';
import type { StatementTarget } from '../../src/facts/statement.ts';
import { growthOf, LINEAR } from '../support/growth.ts';
import { type CaseSettings, judged, measured } from '../support/preflight.ts';
import { scratchFolder } from '../support/scratch.ts';

const real = measured(
  scratchFolder(),
  'CREATE TABLE t(id INTEGER PRIMARY KEY); CREATE INDEX i ON t(id)',
  'SELECT 1',
);
const source = { file: 'preflight.yml', line: 1 };
const range = <Item>(size: number, make: (at: number) => Item) =>
  Array.from({ length: size }, (_, at) => make(at));
const table = (at: number) => `t${at}`;

interface Job {
  facts: DatabaseFacts;
  wishes: CaseSettings;
}

/** Real facts, with as many tables, statements and differences as nobody would measure in a test. */
function job(
  size: number,
  named: (at: number) => StatementTarget,
  changes: Partial<ChangeFacts>,
  wishes: CaseSettings = {},
): Job {
  const { before, after } = real;
  const [model] = before?.schema.tables ?? [];
  if (before === undefined || after === undefined || model === undefined)
    throw new Error('nothing was measured');
  const tables = range(size, (at): Table => ({ ...model, name: table(at) }));
  const side = {
    ...before,
    tables: range(size, (at) => ({ table: table(at), rows: 5 })),
    schema: {
      ...before.schema,
      tables,
      indexes: range(size, (at) => ({
        name: `i${at}`,
        table: table(at),
        unique: false,
        columns: [],
        definition: '(id)',
      })),
    },
  };
  const statement = (at: number): StatementFacts => ({
    ...{ file: 'm/0001.sql', line: at + 1, title: 'x', status: 'done', writes: true, rows: 1 },
    names: [named(at)],
  });
  const rehearsal = { ...real.rehearsal, statements: range(size, statement) };
  const none = { tables: [], objects: [], renames: [], unchecked: [], causes: [] };
  return {
    facts: { ...real, before: side, after: side, rehearsal, changes: { ...none, ...changes } },
    wishes,
  };
}

const emptied = (at: number): TableChange => ({
  ...{ table: table(at), before: 5, after: 0, added: 0, removed: 5, changed: 0, columns: [] },
  ...{ pairedBy: ['id'], proof: 'sql' },
});

const JOBS: Readonly<Record<string, (size: number) => Job>> = {
  'tables that are dropped': (size) =>
    job(size, (at) => ({ verb: 'drop', kind: 'table', name: table(at) }), {
      objects: range(size, (at) => ({ kind: 'table', name: table(at), change: 'removed', held: 1 })),
      causes: range(size, (at) => ({ kind: 'table', name: table(at), statement: at })),
    }),
  'indexes that are dropped': (size) =>
    job(size, (at) => ({ verb: 'drop', kind: 'index', name: `i${at}` }), {
      objects: range(size, (at) => ({ kind: 'index', name: `i${at}`, table: table(at), change: 'removed' })),
    }),
  'tables that lose rows, each under a new name': (size) =>
    job(size, (at) => ({ verb: 'rename-table', name: `old${at}`, to: table(at) }), {
      tables: range(size, emptied),
      renames: range(size, (at) => ({ kind: 'table', table: table(at), from: `old${at}`, to: table(at) })),
    }),
  'one table, renamed over and over': (size) =>
    job(size, (at) => ({ verb: 'rename-table', name: table(at), to: table(at + 1) }), {
      tables: [emptied(size)],
    }),
  'allowances for all that is lost': (size) =>
    job(
      size,
      (at) => ({ verb: 'delete', name: table(at) }),
      { tables: range(size, emptied) },
      {
        allow: range(size, (at) => ({
          rule: 'rows-lost',
          table: table(at),
          migration: '1',
          reason: 'r',
          source,
        })),
      },
    ),
  'expectations of tables that are not there': (size) =>
    job(
      size,
      (at) => ({ verb: 'update', name: table(at) }),
      {},
      {
        expect: {
          tables: range(size, (at) => `x${at}`),
          columns: range(size, (at) => ({ table: `y${at}`, column: 'c' })),
          rows: range(size, (at) => ({ table: table(at), count: 'unchanged' as const })),
        },
        checks: { required: range(size, (at) => ({ table: `z${at}`, column: 'c' })) },
      },
    ),
};

describe('judging takes time that grows with the number of', () => {
  it.each(Object.keys(JOBS))('%s', (name) => {
    const judge = ({ facts, wishes }: Job) => judged(facts, wishes);
    // What is looked up is indexed once for the facts: new facts each time.
    const fresh = (given: Job) => judge({ ...given, facts: structuredClone(given.facts) });
    expect(growthOf(fresh, 250, (size) => JOBS[name]?.(size) as Job)).toBeLessThan(LINEAR);
  });
});
