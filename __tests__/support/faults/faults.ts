import type { Finding } from '../../../src/facts/finding.ts';
import { quoteName } from '../../../src/sql/quote.ts';
import { KINDS, type Kind } from './columns.ts';
import {
  createTable,
  type Made,
  type MadeColumn,
  type MadeRow,
  type MadeTable,
  storedColumns,
} from './database.ts';
import type { Random } from './random.ts';

/** One thing that is wrong in *after*, and the finding that must say so. */
export interface Fault {
  sql: string;
  rule: string;
  table?: string;
  column?: string;
  /** Bare name, or how the words of a constraint begin. */
  object?: string;
  /** SQL that only an editor of the file itself could run, or that says by name what it takes away. */
  direct?: true;
}

/** Absent: this database has nothing to plant it in. */
type Planter = (made: Made, random: Random) => Fault | undefined;

export const planters: Record<string, Planter> = {
  'a character of a text': changed('text'),
  'the case of a letter under NOCASE': changed('folded'),
  'an invalid byte of a text': changed('broken'),
  'an integer beyond 2^53 by one': changed('large'),
  'an integer by one': changed('integer'),
  'the last digits of a real': changed('real'),
  'a byte of a blob': changed('blob'),
  '1 that becomes 1.0': changed('mixed', 'values-retyped'),
  'a bracket of JSON': changed('json', 'json-broken'),
  'a word in a search index': (made, random) =>
    onCell(
      made,
      random,
      (table, column) => table.name === 'search' && column.kind === 'text',
      altered('values-changed'),
    ),
  'a value': (made, random) =>
    onCell(
      made,
      random,
      ({ name }, { kind }) => name !== 'search' && kind !== undefined,
      () => ({ to: 'NULL', rule: 'values-cleared' }),
    ),
  'a row': (made, random) => {
    const table = random.pick(made.tables);
    const row = random.pick(table.rows);
    return {
      sql: `DELETE FROM ${quoteName(table.name)} WHERE ${row.where};`,
      rule: 'rows-lost',
      table: table.name,
    };
  },
  'the key of a row': (made, random) => {
    const table = random.pick(made.tables.filter(({ shape }) => shape !== 'no key'));
    const column = storedColumns(table)[table.shape === 'pair' ? 1 : 0] ?? '';
    const to = table.shape === 'text key' || table.shape === 'without rowid' ? "'moved'" : '77777';
    return {
      ...update(table, random.pick(table.rows), column, to),
      rule: 'rows-replaced',
      table: table.name,
    };
  },
  'an index': onObject('indexes', 'INDEX', 'index-lost'),
  'the order of an index': (made, random) => {
    const found = anObject(made, random, 'indexes');
    if (found === undefined) return undefined;
    const on = `ON ${quoteName(found.table)}(`;
    const other = found.sql.replace(on, () => `${on}1 + 1, `);
    return { ...dropped('INDEX', 'index-lost', found), sql: `DROP INDEX ${quoteName(found.name)}; ${other}` };
  },
  'a trigger': onObject('triggers', 'TRIGGER', 'trigger-lost'),
  'a view': (made, random) => {
    const found = anObject(made, random, 'views');
    if (found === undefined) return undefined;
    const { table: _, ...fault } = dropped('VIEW', 'view-lost', found);
    return fault;
  },
  'a default': onDeclaration('DEFAULT'),
  'a collation': onDeclaration('COLLATE'),
  'a foreign key': (made) => {
    const table = made.tables.find(({ name }) => name === 'children');
    const [id, parent] = table?.columns ?? [];
    if (table === undefined || id === undefined || parent === undefined) return undefined;
    const columns = [id, { ...parent, declaration: ['INTEGER'] }];
    return { ...edited(table, { ...table, columns }), rule: 'foreign-key-changed', column: 'parent' };
  },
  'a check': (made, random) => {
    const table = some(
      random,
      made.tables.filter(({ constraints }) => constraints.some(isCheck)),
    );
    if (table === undefined) return undefined;
    const constraints = table.constraints.filter((text) => !isCheck(text));
    return { ...edited(table, { ...table, constraints }), rule: 'constraint-lost', object: 'CHECK' };
  },
  'the expression of a generated column': (made, random) => {
    const table = some(
      random,
      made.tables.filter(({ columns }) => columns.some(isVirtual)),
    );
    if (table === undefined) return undefined;
    const columns = table.columns.map((column) => {
      const declaration = column.declaration.map((text) => text.replace('4711', '4710'));
      return isVirtual(column) ? { ...column, declaration } : column;
    });
    return { ...edited(table, { ...table, columns }), rule: 'constraint-lost', column: 'computed' };
  },
  STRICT: (made, random) => {
    const table = some(
      random,
      made.tables.filter(({ options }) => options.includes('STRICT')),
    );
    if (table === undefined) return undefined;
    const options = table.options.replace(/ STRICT,?/, '');
    return { ...edited(table, { ...table, options }), rule: 'constraint-lost', object: 'STRICT' };
  },
  'an AUTOINCREMENT counter': (made) => {
    const table = made.tables.find(({ shape }) => shape === 'autoincrement');
    if (table === undefined) return undefined;
    return { sql: 'UPDATE sqlite_sequence SET seq = seq - 1;', rule: 'sequence-reset', table: table.name };
  },
  'the user_version': () => ({
    sql: 'PRAGMA user_version=6;',
    rule: 'header-changed',
    object: 'user_version',
  }),
};

/** An error or a warning of the right rule on the right subject. */
export function isFound({ rule, table, column, object }: Fault, findings: readonly Finding[]): boolean {
  return findings.some(
    (finding) =>
      finding.severity !== 'notice' &&
      finding.rule === rule &&
      (table === undefined || finding.table === table) &&
      (column === undefined || finding.columns?.includes(column)) &&
      (object === undefined || finding.object?.startsWith(object)),
  );
}

/** A fault of one kind in a database that has room for it; `made` gives further ones for further numbers. */
export function planted(
  planter: Planter,
  random: Random,
  made: (random: Random) => Made,
): { made: Made; fault: Fault } {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const candidate = made(random);
    const fault = planter(candidate, random);
    if (fault !== undefined) return { made: candidate, fault };
  }
  throw new Error('no database has room for this fault');
}

function changed(kind: Kind, rule = 'values-changed'): Planter {
  return (made, random) =>
    onCell(made, random, (table, column) => column.kind === kind && table.name !== 'search', altered(rule));
}

type Change = (column: MadeColumn, n: number) => { to: string; rule: string };

function altered(rule: string): Change {
  return ({ kind = 'text' }, n) => ({ to: KINDS[kind].altered(n), rule });
}

function onCell(
  { tables }: Made,
  random: Random,
  isMeant: (table: MadeTable, column: MadeColumn) => boolean,
  change: Change,
): Fault | undefined {
  const cells = tables.flatMap((table) =>
    table.columns.filter((column) => isMeant(table, column)).map((column) => ({ table, column })),
  );
  const cell = some(random, cells);
  if (cell === undefined) return undefined;
  const { table, column } = cell;
  const at = storedColumns(table).indexOf(column.name);
  const rows = table.rows
    .map((row, index) => ({ row, n: index + 1 }))
    .filter(({ row }) => row.values[at] !== 'NULL');
  const picked = some(random, table.shape === 'no key' && rows.length > 1 ? rows.slice(0, -1) : rows);
  if (picked === undefined) return undefined;
  const { to, rule } = change(column, picked.n);
  return { ...update(table, picked.row, column.name, to), rule, table: table.name, column: column.name };
}

function update({ name }: MadeTable, { where }: MadeRow, column: string, to: string): { sql: string } {
  return { sql: `UPDATE ${quoteName(name)} SET ${quoteName(column)} = ${to} WHERE ${where};` };
}

type Objects = 'indexes' | 'triggers' | 'views';

function anObject({ tables }: Made, random: Random, kind: Objects) {
  return some(
    random,
    tables.flatMap((table) =>
      Object.entries(table[kind])
        // The unique ones begin with the key, which guards and serves the same without them.
        .filter(([, sql]) => !sql.startsWith('CREATE UNIQUE'))
        .map(([name, sql]) => ({ table: table.name, name, sql })),
    ),
  );
}

function dropped(word: string, rule: string, { table, name }: { table: string; name: string }): Fault {
  return { sql: `DROP ${word} ${quoteName(name)};`, rule, table, object: name, direct: true };
}

function onObject(kind: Objects, word: string, rule: string): Planter {
  return (made, random) => {
    const found = anObject(made, random, kind);
    return found === undefined ? undefined : dropped(word, rule, found);
  };
}

function onDeclaration(word: string): Planter {
  return (made, random) => {
    const has = ({ kind, declaration }: MadeColumn) =>
      kind !== undefined && declaration.some((text) => text.startsWith(word));
    const table = some(
      random,
      made.tables.filter(({ columns }) => columns.some(has)),
    );
    const column = table && some(random, table.columns.filter(has));
    if (table === undefined || column === undefined) return undefined;
    const declaration = column.declaration.filter((text) => !text.startsWith(word));
    const columns = table.columns.map((one) => (one === column ? { ...column, declaration } : one));
    return {
      ...edited(table, { ...table, columns }),
      rule: 'constraint-lost',
      column: column.name,
      object: word,
    };
  };
}

/** The text of a table in the schema is another one; the rows are not touched. */
function edited(table: MadeTable, other: MadeTable): { sql: string; table: string; direct: true } {
  const text = createTable(other).slice(0, -1).replaceAll("'", "''");
  const sql = `PRAGMA writable_schema=ON;
    UPDATE sqlite_schema SET sql = '${text}' WHERE type = 'table' AND name = '${table.name.replaceAll("'", "''")}';`;
  return { sql, table: table.name, direct: true };
}

function isCheck(text: string): boolean {
  return text.startsWith('CHECK');
}

function isVirtual({ generated, declaration }: MadeColumn): boolean {
  return generated === true && !declaration.includes('STORED');
}

function some<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items.length === 0 ? undefined : random.pick(items);
}
