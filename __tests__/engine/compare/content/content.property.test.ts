import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ColumnChange, TableChange } from '../../../../src/facts/changes.ts';
import { compareBothWays } from '../../../support/both-ways.ts';
import { change, databaseFrom, scratchFolder } from '../../../support/scratch.ts';

/**
 * Random tables and random edits by plain SQL. What must come out is computed from a model of the rows, in which a
 * value is its SQL literal: it shares nothing with the comparison.
 */
const folder = scratchFolder();

/** SQL literals; the first letter of each is its storage class for the model. */
const LITERALS = {
  n: ['NULL'],
  i: ['0', '1', '-7', '501', '9007199254740992', '9007199254740993'],
  r: ['1.0', '0.1', '501.0', '9e999', '-9e999'],
  t: [
    "'1'",
    "'00501'",
    "'a'",
    "'A'",
    "'a '",
    "''",
    "CAST(x'ff' AS TEXT)",
    "CAST(x'fe' AS TEXT)",
    "CAST(x'6100' AS TEXT)",
  ],
  b: ["x'61'", "x''", "x'ff'", 'zeroblob(3000)'],
} as const;

type Value = { class: string; literal: string };
type Row = { id: number; values: Value[] };
type Edit =
  | { what: 'set'; at: number; column: number; value: Value }
  | { what: 'delete'; at: number }
  | { what: 'insert'; values: Value[] };

const value: fc.Arbitrary<Value> = fc.constantFrom(
  ...Object.entries(LITERALS).flatMap(([name, literals]) =>
    literals.map((literal) => ({ class: name, literal })),
  ),
);
const COLUMNS = 3;
const values = fc.array(value, { minLength: COLUMNS, maxLength: COLUMNS });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('set' as const),
      at: fc.nat(),
      column: fc.nat(COLUMNS - 1),
      value,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('delete' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('insert' as const), values }) },
);

/** How a table finds its rows: columns before a, b, c, and the condition for the row with an id. */
const KINDS = {
  'an integer key': {
    head: 'k INTEGER PRIMARY KEY, ',
    tail: '',
    key: (id: number) => `${id}, `,
    where: (id: number) => `k = ${id}`,
    pairedBy: ['k'],
  },
  'a text key': {
    head: 'k TEXT PRIMARY KEY NOT NULL, ',
    tail: '',
    key: (id: number) => `'key ${id}', `,
    where: (id: number) => `k = 'key ${id}'`,
    pairedBy: ['k'],
  },
  'a nocase key': {
    head: 'k TEXT COLLATE NOCASE PRIMARY KEY, ',
    tail: ' WITHOUT ROWID',
    key: (id: number) => `'Key${id}', `,
    where: (id: number) => `k = 'kEY${id}'`,
    pairedBy: ['k'],
  },
  'a composite key': {
    head: 'k INT, l TEXT, ',
    tail: ' WITHOUT ROWID',
    key: (id: number) => `${id % 2}, '${id}', `,
    where: (id: number) => `k = ${id % 2} AND l = '${id}'`,
    pairedBy: ['l', 'k'],
  },
  'no key': { head: '', tail: '', key: () => '', where: (id: number) => `rowid = ${id}` },
} as const;

type Kind = (typeof KINDS)[keyof typeof KINDS];

function create({ head, tail, key }: Kind, rows: readonly Row[]): string {
  const primary = head.startsWith('k INT, l') ? ', PRIMARY KEY (l, k)' : '';
  const inserts = rows.map(({ id, values: own }) => insert(key(id), own));
  return [`CREATE TABLE t(${head}a, b, c${primary})${tail};`, ...inserts].join('\n');
}

function insert(key: string, own: readonly Value[]): string {
  return `INSERT INTO t VALUES (${key}${own.map(({ literal }) => literal).join(', ')});`;
}

/** Applies the edits to the model and spells them as SQL. */
function apply(kind: Kind, start: readonly Row[], edits: readonly Edit[]): { rows: Row[]; sql: string } {
  let rows = start.map((row) => ({ ...row, values: [...row.values] }));
  const sql: string[] = [];
  let nextId = start.length + 1;
  for (const one of edits) {
    if (one.what === 'insert') {
      // Without a key a new row gets the rowid after the greatest.
      const id = kind.head === '' ? Math.max(0, ...rows.map((row) => row.id)) + 1 : nextId;
      nextId += 1;
      rows.push({ id, values: one.values });
      sql.push(insert(kind.key(id), one.values));
      continue;
    }
    const row = rows[one.at % Math.max(1, rows.length)];
    if (row === undefined) continue;
    if (one.what === 'delete') {
      rows = rows.filter((other) => other !== row);
      sql.push(`DELETE FROM t WHERE ${kind.where(row.id)};`);
    } else {
      row.values[one.column] = one.value;
      sql.push(`UPDATE t SET ${'abc'[one.column]} = ${one.value.literal} WHERE ${kind.where(row.id)};`);
    }
  }
  return { rows, sql: sql.join('\n') };
}

const text = (row: Row) => row.values.map(({ literal }) => literal).join(' | ');

/** Without a key equal rows pair first, those in their old place before others, and what is left by rowid. */
function withoutEqualRows(before: readonly Row[], after: readonly Row[]): [Row[], Row[]] {
  const stays = (row: Row, side: readonly Row[]) =>
    side.some((other) => other.id === row.id && text(other) === text(row));
  const left = before.filter((row) => !stays(row, after));
  const right = after
    .filter((row) => !stays(row, before))
    .filter((row) => {
      const twin = left.findIndex((other) => text(other) === text(row));
      if (twin !== -1) left.splice(twin, 1);
      return twin === -1;
    });
  return [left, right];
}

/** Rows beyond the first of each content. */
function surplus(rows: readonly Row[]): number {
  return rows.length - new Set(rows.map(text)).size;
}

function expected(kind: Kind, before: readonly Row[], after: readonly Row[]): TableChange {
  const [left, right] = kind.head === '' ? withoutEqualRows(before, after) : [before, after];
  const pairs = left.flatMap((row) => {
    const partner = right.find(({ id }) => id === row.id);
    return partner === undefined ? [] : [{ row, partner }];
  });
  const columns = ['a', 'b', 'c'].map((column, at): ColumnChange => {
    const counts = { column, filled: 0, changed: 0, nulled: 0, retyped: 0 };
    for (const { row, partner } of pairs) {
      const from = row.values[at] as Value;
      const to = partner.values[at] as Value;
      if (from.literal === to.literal) continue;
      if (from.class === 'n') counts.filled += 1;
      else if (to.class === 'n') counts.nulled += 1;
      else if (from.class !== to.class) counts.retyped += 1;
      else counts.changed += 1;
    }
    return counts;
  });
  const added = right.length - pairs.length;
  const duplicates = before.length === 0 ? 0 : Math.min(added, surplus(after) - surplus(before));
  const partlyFilled = columns.flatMap(({ column, filled }, at) => {
    const empty = after.filter((row) => row.values[at]?.class === 'n').length;
    return filled > 0 && empty > 0 ? [{ column, filled, empty }] : [];
  });
  return {
    table: 't',
    before: before.length,
    after: after.length,
    added,
    removed: left.length - pairs.length,
    changed: pairs.filter(({ row, partner }) => text(row) !== text(partner)).length,
    ...('pairedBy' in kind && { pairedBy: [...kind.pairedBy] }),
    proof: 'sql',
    columns: columns.filter(
      ({ filled, changed, nulled, retyped }) => filled + changed + nulled + retyped > 0,
    ),
    ...(duplicates > 0 && { duplicates: { rows: duplicates, columns: ['a', 'b', 'c'] } }),
    ...(partlyFilled.length > 0 && { partlyFilled }),
  };
}

describe('the comparison of random tables after random edits', () => {
  it.each(Object.entries(KINDS))('counts exactly what was done, with %s (120 tables)', (_, kind) => {
    const run = fc.record({
      start: fc.array(values, { maxLength: 8 }),
      edits: fc.array(edit, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(run, ({ start, edits }) => {
        const rows = start.map((own, at) => ({ id: at + 1, values: own }));
        const { rows: edited, sql } = apply(kind, rows, edits);
        const before = databaseFrom(folder, create(kind, rows));
        const after = databaseFrom(folder, create(kind, rows));
        change(after, sql);
        expect(compareBothWays({ before, after, executed: [] }).tables).toEqual([
          expected(kind, rows, edited),
        ]);
      }),
      { numRuns: 120 },
    );
  });
});
