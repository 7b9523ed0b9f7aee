import { quoteName } from '../../../src/sql/quote.ts';
import { KINDS, type Kind } from './columns.ts';
import type { Random } from './random.ts';

/** A random database as the tests know it: they plant a fault in it and must find that one named. */
export interface Made {
  tables: MadeTable[];
  /** The whole of it. */
  sql: string;
}

export interface MadeTable {
  name: string;
  shape: Shape;
  columns: MadeColumn[];
  /** Text behind the columns in the parentheses, and behind them. */
  constraints: string[];
  options: string;
  rows: MadeRow[];
  /** CREATE statements of what belongs to the table, by name. */
  indexes: Record<string, string>;
  triggers: Record<string, string>;
  views: Record<string, string>;
}

export interface MadeColumn {
  name: string;
  kind?: Kind;
  /** All that stands behind the name, in parts of which each is found once in the table's text. */
  declaration: string[];
  generated?: true;
}

export interface MadeRow {
  /** The condition that finds it. */
  where: string;
  /** A literal for each column that is not generated. */
  values: string[];
}

export type Shape = 'integer key' | 'autoincrement' | 'text key' | 'pair' | 'without rowid' | 'no key';
const SHAPES: readonly Shape[] = [
  'integer key',
  'autoincrement',
  'text key',
  'pair',
  'without rowid',
  'no key',
];

const NAMES = ['orders', 'Größe', 'a "b"', 'select', 'naïve 🙂', "it's", 'x.y', '表'];
const COLUMNS = ['titel', 'Äpfel', 'from', 'c "d"', 'e f', '列', "l'heure", '[g]', 'h;i'];

export function madeDatabase(random: Random): Made {
  const names = shuffled(NAMES, random);
  const tables = SHAPES.map((shape, at) => madeTable(`${names[at]}`, shape, random));
  const parent = tables.find(({ shape }) => shape === 'integer key');
  if (parent !== undefined) tables.push(child(parent, random));
  tables.push(search(random));
  const log = 'CREATE TABLE "the log"(entry TEXT);';
  return { tables, sql: [log, ...tables.flatMap(statementsOf)].join('\n') };
}

/** Everything that makes a table, `name` instead of its own: a faithful rebuild needs that. */
export function createTable({ name, columns, constraints, options }: MadeTable, other = name): string {
  if (options.startsWith('USING')) return `CREATE VIRTUAL TABLE ${quoteName(other)} ${options};`;
  const list = columns.map((column) => `${quoteName(column.name)} ${column.declaration.join(' ')}`.trim());
  return `CREATE TABLE ${quoteName(other)}(${[...list, ...constraints].join(', ')})${options};`;
}

export function statementsOf(table: MadeTable): string[] {
  const list = storedColumns(table).map(quoteName).join(', ');
  const rows = table.rows.map(({ values }) => `(${values.join(', ')})`);
  return [
    createTable(table),
    `INSERT INTO ${quoteName(table.name)}(${list}) VALUES ${rows.join(', ')};`,
    ...Object.values({ ...table.indexes, ...table.triggers, ...table.views }),
  ];
}

export function storedColumns({ columns }: MadeTable): string[] {
  return columns.filter(({ generated }) => !generated).map(({ name }) => name);
}

function madeTable(name: string, shape: Shape, random: Random): MadeTable {
  const strict = random.chance(0.4);
  const kinds = shuffled(Object.keys(KINDS) as Kind[], random).slice(0, 3 + random.below(5));
  const names = shuffled(COLUMNS, random);
  const columns = kinds.map((kind, at) => madeColumn(`${names[at]}`, kind, strict, random));
  const key = keyOf(shape);
  const [first] = columns;
  const computed: MadeColumn = {
    name: 'computed',
    declaration: [
      strict ? 'INT' : '',
      `AS (length(${quoteName(first?.name ?? '')}) + 4711)`,
      random.pick(['', 'STORED']),
    ],
    generated: true,
  };
  const withComputed = random.chance(0.6) ? [...columns, computed] : columns;
  const rows = Array.from({ length: 3 + random.below(12) }, (_, at): MadeRow => {
    const n = at + 1;
    const values = kinds.map((kind) => (random.chance(0.1) ? 'NULL' : KINDS[kind].value(random, n)));
    return { where: key.where(n), values: [...key.values(n), ...values] };
  });
  // Rows without a key may be equal.
  const last = rows.at(-1);
  if (shape === 'no key' && last !== undefined) rows.push({ ...last, where: key.where(rows.length + 1) });
  const table: MadeTable = {
    name,
    shape,
    columns: [...key.columns, ...withComputed],
    constraints: [
      ...key.constraints,
      ...(first && random.chance(0.5) ? [`CHECK (length(${quoteName(first.name)}) <> 4712)`] : []),
    ],
    options: [strict && 'STRICT', shape === 'without rowid' && 'WITHOUT ROWID']
      .filter(Boolean)
      .map((word, at) => `${at > 0 ? ',' : ''} ${word}`)
      .join(''),
    rows,
    indexes: {},
    triggers: {},
    views: {},
  };
  return withObjects(table, random);
}

function madeColumn(name: string, kind: Kind, strict: boolean, random: Random): MadeColumn {
  const declared = strict ? KINDS[kind].strict : random.pick(KINDS[kind].declared);
  const [type = '', collate] = declared.split(' COLLATE ');
  const fallback = random.chance(0.4)
    ? [`DEFAULT ${KINDS[kind].value(random, 4000 + random.below(999))}`]
    : [];
  const constant = fallback.filter((text) => !text.includes('('));
  return { name, kind, declaration: [type, ...(collate ? [`COLLATE ${collate}`] : []), ...constant] };
}

function keyOf(shape: Shape) {
  const text = (n: number) => `'key ${n}'`;
  switch (shape) {
    case 'integer key':
      return keyed([{ name: 'id', declaration: ['INTEGER', 'PRIMARY KEY'] }], (n) => [`${n * 3}`]);
    case 'autoincrement':
      return keyed([{ name: 'nr', declaration: ['INTEGER', 'PRIMARY KEY AUTOINCREMENT'] }], (n) => [
        `${n * 2}`,
      ]);
    case 'text key':
      return keyed([{ name: 'code', declaration: ['TEXT', 'NOT NULL PRIMARY KEY'] }], (n) => [text(n)]);
    case 'pair':
      return keyed(
        ['left', 'right'].map((name) => ({ name, declaration: ['INT'] })),
        (n) => [`${n % 3}`, `${n}`],
      );
    case 'without rowid':
      return keyed([{ name: 'code', declaration: ['TEXT', 'COLLATE NOCASE', 'PRIMARY KEY'] }], (n) => [
        text(n),
      ]);
    case 'no key':
      return { columns: [], constraints: [], values: () => [], where: (n: number) => `rowid = ${n}` };
  }
}

function keyed(columns: MadeColumn[], values: (n: number) => string[]) {
  return {
    columns,
    constraints:
      columns.length > 1 ? [`PRIMARY KEY (${columns.map(({ name }) => quoteName(name)).join(', ')})`] : [],
    values,
    where: (n: number) =>
      columns.map(({ name }, at) => `${quoteName(name)} = ${values(n)[at]}`).join(' AND '),
  };
}

/** Indexes of every sort, a trigger, and a view over the table. */
function withObjects(table: MadeTable, random: Random): MadeTable {
  const on = quoteName(table.name);
  const [first = '', second = first] = table.columns
    .filter(({ kind }) => kind !== undefined)
    .map(({ name }) => quoteName(name));
  const index = (what: string, columns: string, rest = '') => {
    const name = `${table.name} ${what}`;
    return [
      name,
      `CREATE ${what === 'unique' ? 'UNIQUE ' : ''}INDEX ${quoteName(name)} ON ${on}(${columns})${rest};`,
    ];
  };
  const all = [
    index('plain', `${first}, ${second} DESC`),
    index('partial', second, ` WHERE ${first} IS NOT NULL`),
    index('expression', `length(${first}), ${second}`),
    index('collated', `${second} COLLATE NOCASE`),
    ...(table.shape === 'no key'
      ? []
      : [
          index(
            'unique',
            table.columns
              .slice(0, 3)
              .map(({ name }) => quoteName(name))
              .join(', '),
          ),
        ]),
  ];
  const trigger = `${table.name} trigger`;
  const view = `${table.name} view`;
  return {
    ...table,
    indexes: Object.fromEntries(all.filter(() => random.chance(0.6))),
    triggers: {
      [trigger]: `CREATE TRIGGER ${quoteName(trigger)} AFTER INSERT ON ${on} BEGIN INSERT INTO "the log" VALUES (NEW.${first}); END;`,
    },
    views: {
      [view]: `CREATE VIEW ${quoteName(view)} AS SELECT ${first} AS shown FROM ${on} WHERE ${second} IS NOT NULL;`,
    },
  };
}

function child({ name, rows }: MadeTable, random: Random): MadeTable {
  const action = random.pick(['CASCADE', 'SET NULL', 'RESTRICT']);
  return {
    name: 'children',
    shape: 'integer key',
    columns: [
      { name: 'id', declaration: ['INTEGER', 'PRIMARY KEY'] },
      { name: 'parent', declaration: ['INTEGER', `REFERENCES ${quoteName(name)}(id) ON DELETE ${action}`] },
    ],
    constraints: [],
    options: '',
    rows: rows
      .slice(0, 4)
      .map(({ values }, at) => ({ where: `id = ${at}`, values: [`${at}`, `${values[0]}`] })),
    indexes: {},
    triggers: {},
    views: {},
  };
}

function search(random: Random): MadeTable {
  const rows = Array.from({ length: 3 + random.below(4) }, (_, at) => ({
    where: `rowid = ${at + 1}`,
    values: [`'word ${at + 1}'`],
  }));
  return {
    name: 'search',
    shape: 'no key',
    columns: [{ name: 'body', kind: 'text', declaration: [] }],
    constraints: [],
    options: 'USING fts5(body)',
    rows,
    indexes: {},
    triggers: {},
    views: {},
  };
}

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random.below(1_000_000) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item);
}
