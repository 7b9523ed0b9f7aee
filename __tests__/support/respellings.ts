import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { judged, measured } from './preflight.ts';
import { type Random, randomFrom } from './random.ts';

/**
 * A random table and a rebuild of it that only writes the schema in other words: case, quotes, white space, comments,
 * parentheses, ASC, COLLATE binary, the order of constraints and of what AND or IN joins, and what SQL takes for granted.
 */
export function respelling(seed: number): { schema: string; migration: string } {
  const random = randomFrom(seed);
  const shape = shapeOf(random);
  const plain = tableSql(shape, 'items', PLAIN);
  const written = tableSql(shape, 'items_new', wordsOf(random));
  const order = random.chance(0.3) ? `, ${random.pick(['id', 'a'])}` : '';
  return {
    schema: [
      'CREATE TABLE owners (id INTEGER PRIMARY KEY, code TEXT UNIQUE);',
      "INSERT INTO owners VALUES (1, 'x'), (2, 'y');",
      plain,
      ...shape.indexes.map((index) => indexSql(index, PLAIN)),
      "INSERT INTO items (id, a, b, c, d, e) VALUES (1, 'open', 1, 2.5, 'x', NULL), (2, 'shut', 2, NULL, 'y', 1);",
    ].join('\n'),
    migration: [
      written,
      `INSERT INTO items_new (id, a, b, c, d, e) SELECT id, a, b, c, d, e FROM items ORDER BY 1${order};`,
      'DROP TABLE items;',
      'ALTER TABLE items_new RENAME TO items;',
      ...shape.indexes.map((index) => indexSql(index, wordsOf(random))),
    ].join('\n'),
  };
}

/** What is said above a notice of the rebuild of `seed`, or that it failed. */
export function loudAfterRespelling(folder: string, seed: number): string[] {
  const { schema, migration } = respelling(seed);
  const run = mkdtempSync(join(folder, 'respelt-'));
  try {
    const facts = measured(run, schema, migration);
    const { findings } = judged(facts);
    return [
      ...(facts.rehearsal.outcome === 'done' ? [] : [facts.rehearsal.failure?.message ?? 'no end']),
      ...findings
        .filter(({ severity }) => severity !== 'notice')
        .map(({ rule, message }) => `${rule}: ${message}`),
    ];
  } finally {
    rmSync(run, { recursive: true, force: true });
  }
}

/** How something is written. */
interface Words {
  word(text: string): string;
  name(text: string): string;
  space(): string;
  /** What may stand there or not. */
  maybe(text: string): string;
  ordered<Item>(items: readonly Item[]): Item[];
  parenthesised(expression: string): string;
}

const PLAIN: Words = {
  word: (text) => text,
  name: (text) => text,
  space: () => ' ',
  maybe: () => '',
  ordered: (items) => [...items],
  parenthesised: (expression) => expression,
};

function wordsOf(random: Random): Words {
  const shuffled = <Item>(items: readonly Item[]) => {
    const left = [...items];
    const taken: Item[] = [];
    while (left.length > 0) taken.push(...left.splice(random.below(left.length), 1));
    return taken;
  };
  return {
    word: (text) => random.pick([text, text.toLowerCase(), text.toUpperCase()]),
    name: (text) => random.pick([text, text.toUpperCase(), `"${text}"`, `[${text}]`, `\`${text}\``]),
    space: () => random.pick([' ', '\n  ', '\t', ' /* why, (and) how */ ', ' -- so\n', '  ']),
    maybe: (text) => (random.chance(0.5) ? ` ${text}` : ''),
    ordered: (items) => (random.chance(0.5) ? shuffled(items) : [...items]),
    parenthesised: (expression) => random.pick([expression, `(${expression})`, `((${expression}))`]),
  };
}

interface Shape {
  notNull: boolean;
  default: string | undefined;
  checks: Expression[];
  unique: boolean;
  action: string;
  strict: boolean;
  collated: boolean;
  generated: boolean;
  indexes: IndexShape[];
}

interface IndexShape {
  name: string;
  unique: boolean;
  columns: { expression: Expression; descending: boolean }[];
  where?: Expression;
}

/** An expression that writes itself. */
type Expression = (words: Words) => string;

function shapeOf(random: Random): Shape {
  return {
    notNull: random.chance(0.5),
    default: random.pick([undefined, "'open'", '1', '-1', 'CURRENT_TIMESTAMP', "datetime('now')", 'TRUE']),
    checks: CHECKS.filter(() => random.chance(0.35)),
    unique: random.chance(0.5),
    action: random.pick(['', 'ON DELETE CASCADE', 'ON UPDATE SET NULL', 'ON DELETE RESTRICT']),
    strict: random.chance(0.2),
    collated: random.chance(0.3),
    generated: random.chance(0.3),
    indexes: ['i', 'j', 'k'].filter(() => random.chance(0.5)).map((name) => indexOf(name, random)),
  };
}

function indexOf(name: string, random: Random): IndexShape {
  const where = random.chance(0.4) ? random.pick(CHECKS) : undefined;
  return {
    name,
    unique: random.chance(0.4),
    columns: ['a', 'b', 'd']
      .filter(() => random.chance(0.5))
      .concat('id')
      .map((column) => ({
        expression: random.chance(0.2) ? call('lower', column) : column_(column),
        descending: random.chance(0.3),
      })),
    ...(where !== undefined && { where }),
  };
}

const column_ =
  (name: string): Expression =>
  (words) =>
    words.name(name);

const call =
  (name: string, column: string): Expression =>
  (words) =>
    `${words.word(name)}(${words.name(column)})`;

const among =
  (column: string, values: readonly string[]): Expression =>
  (words) => {
    const listed = words.ordered(values);
    return `${words.parenthesised(words.name(column))}${words.space()}${words.word('IN')} (${listed.join(', ')})`;
  };

const all =
  (...parts: readonly Expression[]): Expression =>
  (words) =>
    words
      .ordered(parts)
      .map((part) => words.parenthesised(part(words)))
      .join(`${words.space()}${words.word('AND')} `);

const compared =
  (column: string, operator: string, value: string): Expression =>
  (words) => {
    const mirrored = { '>': '<', '>=': '<=' }[operator];
    const turned = mirrored !== undefined && words.maybe('x') !== '';
    return turned
      ? `${value} ${mirrored} ${words.name(column)}`
      : `${words.name(column)}${words.space()}${operator} ${words.parenthesised(value)}`;
  };

const between =
  (column: string, low: string, high: string): Expression =>
  (words) =>
    words.maybe('x') === ''
      ? `${words.name(column)} ${words.word('BETWEEN')} ${low} ${words.word('AND')} ${high}`
      : words.parenthesised(
          all(compared(column, '>=', low), (inner) => `${inner.name(column)} <= ${high}`)(words),
        );

const present =
  (column: string): Expression =>
  (words) =>
    words.maybe('x') === ''
      ? `${words.name(column)} ${words.word('IS NOT NULL')}`
      : `${words.name(column)} ${words.word('NOTNULL')}`;

const CHECKS: readonly Expression[] = [
  among('a', ["'open'", "'shut'", "'it''s'"]),
  all(compared('b', '>', '0'), compared('b', '>=', '-5')),
  between('b', '0', '100'),
  (words) => `${words.word('length')}(${words.name('a')})${words.space()}> ${words.parenthesised('2')}`,
  all(present('a'), compared('d', '>', "''")),
  (words) =>
    words.parenthesised(
      `${words.name('a')} ${words.word('LIKE')} '%' ${words.word('OR')} ${words.name('e')} = 1`,
    ),
];

function tableSql(shape: Shape, table: string, words: Words): string {
  const { word, name, space, maybe } = words;
  const conflict = maybe('ON CONFLICT ABORT');
  const inColumn = words
    .ordered([
      ...(shape.notNull ? [`${word('NOT NULL')}${conflict}`] : [maybe('NULL').trim()]),
      ...(shape.default === undefined
        ? [maybe('DEFAULT NULL').trim()]
        : [`${word('DEFAULT')} ${defaultOf(shape.default, words)}`]),
      ...(shape.collated ? [`${word('COLLATE')} ${word('NOCASE')}`] : [maybe('COLLATE binary').trim()]),
    ])
    .filter((part) => part !== '');
  const reference = [
    `${word('REFERENCES')} ${name('owners')}${maybe('(id)')}`,
    ...words.ordered([shape.action, shape.action.includes('DELETE') ? '' : maybe('ON DELETE NO ACTION')]),
    maybe(words.ordered(['NOT DEFERRABLE', 'DEFERRABLE INITIALLY IMMEDIATE'])[0] ?? ''),
  ].filter((part) => part !== '');
  const constraints = words.ordered([
    ...shape.checks.map(
      (check, at) => `${maybe(`CONSTRAINT c${at}`)} ${word('CHECK')}${space()}(${check(words)})`,
    ),
    ...(shape.unique ? [`${word('UNIQUE')} (${name('d')}, ${name('id')})`] : []),
  ]);
  const columns = [
    `${name('id')} ${word('INTEGER')} ${word('PRIMARY KEY')}${maybe('ASC')}${maybe('NOT NULL')}`,
    `${name('a')}${space()}${word('TEXT')} ${inColumn.join(space())}`,
    `${name('b')} ${word('INTEGER')} ${reference.join(' ')}`,
    `${name('c')} ${word('REAL')}`,
    `${name('d')} ${word('TEXT')}${maybe('NULL')}`,
    `${name('e')} ${word('INTEGER')}`,
    ...(shape.generated
      ? [
          `${name('g')} ${word('TEXT')} ${maybe('GENERATED ALWAYS')} ${word('AS')} (${call('upper', 'd')(words)})${maybe('VIRTUAL')}`,
        ]
      : []),
  ];
  const items = [...columns, ...constraints].join(`,${space()}`);
  return `${word('CREATE TABLE')} ${table}${space()}(${items})${shape.strict ? ` ${word('STRICT')}` : ''};`;
}

function defaultOf(value: string, words: Words): string {
  if (value.includes('(')) return `(${words.parenthesised(value)})`;
  return words.parenthesised(/^[A-Z]/.test(value) ? words.word(value) : value);
}

function indexSql({ name, unique, columns, where }: IndexShape, words: Words): string {
  const { word, maybe } = words;
  const listed = columns.map(
    ({ expression, descending }) => `${expression(words)}${descending ? ` ${word('DESC')}` : maybe('ASC')}`,
  );
  const condition = where === undefined ? '' : ` ${word('WHERE')} ${words.parenthesised(where(words))}`;
  return `${word('CREATE')}${unique ? ` ${word('UNIQUE')}` : ''} ${word('INDEX')} ${words.name(name)} ${word('ON')} ${words.name('items')}${words.space()}(${listed.join(', ')})${condition};`;
}
