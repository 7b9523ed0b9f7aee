import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { HistoryRow, HistoryTable } from '../../../src/facts/history.ts';
import { drizzle } from '../../../src/plan/layouts/drizzle.ts';
import { folderOf } from '../../support/plans.ts';

const JOURNAL = 'meta/_journal.json';
const BREAKPOINT = '--> statement-breakpoint';

interface Case {
  journal?: string;
  rows?: HistoryRow[];
  table?: string;
  profile?: string;
}

function read(files: Record<string, string>, { journal, rows, table, profile }: Case = {}) {
  const folder = folderOf({ ...files, ...(journal !== undefined && { [JOURNAL]: journal }) });
  const tracked: HistoryTable = { table: table ?? '__drizzle_migrations', rows: rows ?? [] };
  return drizzle.read(folder, {
    userVersion: 0,
    options: { name: 'drizzle' },
    ...(rows && { table: tracked }),
    ...(profile && { profile }),
  });
}

function journalOf(entries: readonly [tag: string, when: number][]): string {
  return JSON.stringify({ entries: entries.map(([tag, when], idx) => ({ idx, when, tag })) });
}

function rowOf(sql: string, when: number): HistoryRow {
  return { id: null, hash: createHash('sha256').update(sql).digest('hex'), created_at: when };
}

function stepsOf(sql: string, profile?: string) {
  const journal = journalOf([['a', 1]]);
  const { pending } = read({ 'a.sql': sql }, { journal, ...(profile && { profile }) });
  return (pending[0]?.steps ?? []).map((step) =>
    step.do === 'exec' ? [step.line, step.sql] : [step.problem.line, step.problem.sentence],
  );
}

describe('what is pending', () => {
  it('runs in the order of the journal, by its times and not by names or numbers', () => {
    const journal = journalOf([
      ['c', 30],
      ['a', 10],
      ['b', 20],
    ]);
    const files = { 'a.sql': 'A', 'b.sql': 'B', 'c.sql': 'C', 'seed.sql': 'S' };
    const { applied, pending, ignored } = read(files, { journal, rows: [rowOf('A', 10)] });
    expect([applied, pending.map(({ id }) => id), ignored]).toEqual([1, ['c', 'b'], ['m/seed.sql']]);
  });

  it('asks the table for its greatest time alone, as a number', () => {
    const journal = journalOf([
      ['a', 999],
      ['b', 1000],
      ['c', 1001],
    ]);
    const rows = [rowOf('B', 1000), { ...rowOf('A', 0), created_at: '999' }];
    const { pending } = read({ 'a.sql': 'A', 'b.sql': 'B', 'c.sql': 'C' }, { journal, rows });
    expect(pending.map(({ id }) => id)).toEqual(['c']);
  });

  it('is recorded with the hash of the bytes and the time of the journal, in the table that is there', () => {
    const journal = journalOf([['a', 5]]);
    const folder = folderOf({ 'a.sql': 'SELECT 1;', [JOURNAL]: journal });
    const [file] = folder.files;
    const files = [{ ...file, bom: true as const } as typeof file & { bom: true }];
    const table = { table: 'my "m"', rows: [] };
    const { pending, setup } = drizzle.read(
      { ...folder, files },
      { userVersion: 0, options: { name: 'auto' }, table },
    );
    const { hash } = rowOf('\uFEFFSELECT 1;', 5);
    const record = `INSERT INTO "my ""m""" ("hash", "created_at") VALUES('${hash}', 5)`;
    expect([pending[0]?.records, setup]).toEqual([{ within: [record] }, []]);
  });
});

it('makes its table under the name that the user gives it', () => {
  const folder = folderOf({ 'a.sql': 'SELECT 1;', [JOURNAL]: journalOf([['a', 5]]) });
  const options = { name: 'drizzle', table: 'mine' } as const;
  const { setup, bookkeeping, pending } = drizzle.read(folder, { userVersion: 0, options });
  expect(setup[0]).toContain('EXISTS "mine" (');
  expect([bookkeeping, pending[0]?.records?.within?.[0]?.slice(0, 18)]).toEqual([
    { tables: ['mine'], userVersion: false },
    'INSERT INTO "mine"',
  ]);
});

describe('what drizzle does not see', () => {
  const journal = journalOf([
    ['a', 10],
    ['b', 20],
  ]);

  it('an entry with an older time that the table does not know is skipped, and not counted as applied', () => {
    const { applied, problems } = read({ 'a.sql': 'A', 'b.sql': 'B' }, { journal, rows: [rowOf('B', 20)] });
    expect([applied, problems]).toEqual([
      1,
      [
        {
          kind: 'out-of-order',
          sentence:
            'drizzle passes over a without a word and never runs it: its time 10 in the journal is not after 20, the latest that was applied',
          refuses: false,
          skips: 'a',
          remedy:
            'Set "when" of a in m/meta/_journal.json to more than 20. If what it does is done already, allow this with a reason.',
          file: `m/${JOURNAL}`,
          line: 1,
        },
      ],
    ]);
  });

  it('of entries with one time, that which has no row is skipped, in whichever order they stand', () => {
    const files = { 'a.sql': 'A', 'b.sql': 'B', 'c.sql': 'C' };
    const equal = journalOf([
      ['a', 10],
      ['b', 20],
      ['c', 20],
    ]);
    const told = (...rows: HistoryRow[]) => {
      const { applied, problems } = read(files, { journal: equal, rows });
      return [applied, ...problems.map(({ kind, skips, file }) => `${kind} ${skips ?? file}`)];
    };
    expect(told(rowOf('A', 10), rowOf('B', 20))).toEqual([2, 'out-of-order c']);
    expect(told(rowOf('A', 10), rowOf('C', 20))).toEqual([2, 'out-of-order b']);
    expect(told(rowOf('A', 10), rowOf('B', 20), rowOf('C', 20))).toEqual([3]);
    expect(told(rowOf('A', 10), rowOf('B', 20), rowOf('C, edited', 20))).toEqual([3, 'edited m/c.sql']);
    expect(told(rowOf('A', 10), rowOf('neither', 20))).toEqual([2, 'out-of-order c', 'edited m/b.sql']);
  });

  it('a row that no entry has is told, with the pending file that has its content', () => {
    const files = { 'a.sql': 'A', 'b.sql': 'B' };
    const told = (when: number, sql: string) =>
      read(files, {
        journal: journalOf([
          ['a', 10],
          ['b', 30],
        ]),
        rows: [rowOf('A', 10), rowOf(sql, when)],
      }).problems.map(({ kind, sentence }) => [kind, sentence]);
    const gone =
      '__drizzle_migrations records a migration of 20, which is no file here; drizzle does not look for it';
    expect(told(20, 'X')).toEqual([['missing', gone]]);
    expect(told(20, 'B')).toEqual([
      [
        'missing',
        `${gone}. b, which is pending, has the content of a migration of 20: was it renamed? Then it runs a second time`,
      ],
    ]);
    expect(told(30, 'B')).toEqual([]);
  });

  it('rows without a hash, as bundled drivers write them, are known by their time', () => {
    const row = { id: null, hash: '', created_at: 20 };
    const { applied, problems } = read(
      { 'a.sql': 'A', 'b.sql': 'B' },
      { journal, rows: [rowOf('A', 10), row] },
    );
    expect([applied, problems]).toEqual([2, []]);
  });

  it('an applied file with another content is a notice; other line ends are none', () => {
    const rows = [rowOf('A\n', 10), rowOf('B\n', 20)];
    const { problems } = read({ 'a.sql': 'A\r\n', 'b.sql': 'B, edited\n' }, { journal, rows });
    expect(problems.map(({ kind, refuses, file }) => [kind, refuses, file])).toEqual([
      ['edited', false, 'm/b.sql'],
    ]);
  });
});

describe('what drizzle refuses', () => {
  it('a file that the journal names and that is not there, though it is applied', () => {
    const journal = journalOf([
      ['a', 10],
      ['b', 20],
    ]);
    const { problems } = read({ 'b.sql': 'B' }, { journal, rows: [rowOf('A', 10)] });
    expect(problems).toEqual([
      { kind: 'missing', sentence: 'No file m/a.sql found in m folder', refuses: true, file: `m/${JOURNAL}` },
    ]);
  });

  it('a folder without a journal', () => {
    const sentence = "Can't find meta/_journal.json file";
    expect(read({ 'a.sql': '' }).problems).toEqual([{ kind: 'missing', sentence, refuses: true }]);
  });

  it.each([
    ['no JSON', '{', 'Expected property name'],
    ['no list', '{"entries": {}}', 'it has no list "entries"'],
    ['a list itself', '[]', 'it has no list "entries"'],
    ['an entry without a time', '{"entries": [{"tag": "a"}]}', 'entry 0 has no "tag" or no "when"'],
    [
      'an entry with a text for a time',
      '{"entries": [{"tag": "a", "when": 1}, {"tag": "b", "when": "2"}]}',
      'entry 1 has no "tag" or no "when"',
    ],
    ['an entry without a name', '{"entries": [{"when": 1}]}', 'entry 0 has no "tag" or no "when"'],
    ['nothing', 'null', 'it has no list "entries"'],
  ])('a journal that is %s', (_, journal, reason) => {
    const { problems, pending } = read({ 'a.sql': 'A' }, { journal });
    expect(problems[0]?.sentence).toContain(`drizzle cannot read m/${JOURNAL}: ${reason}`);
    expect(problems.map(({ kind, refuses, file }) => [kind, refuses, file])).toEqual([
      ['invalid', true, `m/${JOURNAL}`],
    ]);
    expect(pending).toEqual([]);
  });

  it('is not said of a file or a pattern, which leave the journal out', () => {
    for (const name of ['drizzle/*.sql', 'drizzle/0000_a.sql']) {
      const files = { ...folderOf({ '0000_a.sql': 'SELECT 1;' }), name };
      expect(drizzle.read(files, { userVersion: 0, options: { name: 'auto' } })).toMatchObject({
        problems: [],
        pending: [],
      });
    }
  });

  it('is not said of the folders of Drizzle 1.0, which are another layout', () => {
    expect(read({ '1_a/migration.sql': 'A' }).unsupported).toMatch(/Drizzle 1\.0/);
  });
});

describe('chunks between breakpoints', () => {
  it('are one statement each, with the line in the file', () => {
    const sql = `-- made\nSELECT 1;${BREAKPOINT}\nSELECT 2;${BREAKPOINT}\n\nSELECT 3`;
    expect(stepsOf(sql)).toEqual([
      [2, 'SELECT 1;'],
      [3, 'SELECT 2;'],
      [5, 'SELECT 3'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', '\n'],
    ['a comment', '\n-- end\n'],
    ['a semicolon', ';'],
  ])('with %s stop better-sqlite3', (_, chunk) => {
    const none =
      'better-sqlite3: The supplied SQL string contains no statements (nothing stands between two breakpoints, or before the first or after the last)';
    expect(stepsOf(`SELECT 1;${BREAKPOINT}${chunk}`)).toEqual([
      [1, 'SELECT 1;'],
      [1, none],
    ]);
  });

  it('with two statements stop better-sqlite3, and libsql runs the first', () => {
    const sql = 'SELECT 1;\nSELECT 2;';
    const two =
      'better-sqlite3: The supplied SQL string contains more than one statement ("--> statement-breakpoint" must stand before this one)';
    expect(stepsOf(sql)).toEqual([[2, two]]);
    expect(stepsOf(sql, 'drizzle-libsql')).toEqual([[1, 'SELECT 1;']]);
    const journal = journalOf([['a', 1]]);
    const { problems } = read({ 'a.sql': sql }, { journal, profile: 'drizzle-libsql' });
    expect(problems).toMatchObject([{ kind: 'dropped', refuses: false, skips: 'm/a.sql:2', line: 2 }]);
  });

  it('run on bun as on libsql, which says something else to nothing', () => {
    const sql = `SELECT 1;\nSELECT 2;${BREAKPOINT}`;
    const [first, empty] = stepsOf(sql, 'drizzle-bun');
    expect([first, empty?.[1]]).toEqual([
      [1, 'SELECT 1;'],
      expect.stringMatching(/^bun:sqlite: Invalid SQL statement/),
    ]);
  });

  it('are recorded without a hash where they are bundled, and op-sqlite takes one without a statement', () => {
    const journal = journalOf([['a', 5]]);
    for (const profile of ['drizzle-expo', 'drizzle-op-sqlite']) {
      const { pending } = read({ 'a.sql': 'SELECT 1;' }, { journal, profile });
      expect(pending[0]?.records?.within?.[0]).toContain(`VALUES('', 5)`);
    }
    expect(stepsOf(`SELECT 1;${BREAKPOINT}`, 'drizzle-op-sqlite')).toEqual([[1, 'SELECT 1;']]);
    expect(stepsOf(`SELECT 1;${BREAKPOINT}`, 'drizzle-expo')).toHaveLength(2);
  });

  it('run whole over the HTTP API of D1, and drop a second statement on every driver that nobody knows', () => {
    const sql = 'SELECT 1;\nSELECT 2;';
    expect(stepsOf(sql, 'drizzle-d1-http')).toEqual([
      [1, 'SELECT 1;'],
      [2, 'SELECT 2;'],
    ]);
    const journal = journalOf([['a', 1]]);
    const { problems } = read({ 'a.sql': sql }, { journal, profile: 'plain' });
    expect(problems).toMatchObject([
      { kind: 'dropped', sentence: expect.stringContaining('a driver other than') },
    ]);
  });

  it("with libSQL's own ALTER COLUMN need libSQL, unless the driver is said to be another", () => {
    const sql = 'ALTER TABLE `t` ALTER COLUMN "c" TO "c" integer;';
    const journal = journalOf([['a', 1]]);
    const unsupported = (text: string, profile?: string) =>
      read({ 'a.sql': text }, { journal, ...(profile && { profile }) }).unsupported;
    expect(unsupported(sql)).toMatch(/^m\/a\.sql, line 1, has ALTER COLUMN/);
    expect(unsupported(sql, 'drizzle-libsql')).toMatch(/libSQL's own/);
    expect(unsupported(sql, 'drizzle-bun')).toBeUndefined();
    expect(unsupported("UPDATE t SET c = 'ALTER TABLE t ALTER COLUMN c TO c x'")).toBeUndefined();
  });

  it('a trigger is one statement', () => {
    const trigger = 'CREATE TRIGGER t AFTER DELETE ON a BEGIN DELETE FROM b; DELETE FROM c; END;';
    expect(stepsOf(trigger)).toEqual([[1, trigger]]);
  });
});
