import type Database from 'better-sqlite3';
import type { Random } from './random.ts';
import type { RandomTable } from './random-database.ts';
import { DEFAULTS, randomValue, TYPES } from './random-values.ts';

/** Where something is edited. */
export interface Place {
  db: Database.Database;
  random: Random;
  pageSize: number;
  table: RandomTable;
  /** Name of the table by now. */
  name: string;
  /** Columns that can be written by now. */
  columns: string[];
}

/** Statements, of which those that fail are left out. */
type Edit = (place: Place) => string[];

/**
 * A past and a migration that need each other: at random they would hardly ever meet. What is proven wrongly only there
 * is found by few thousand seeds so.
 */
export interface Story {
  /** The tables that it can be told of; all where it does not say. */
  suits?: (table: RandomTable, pageSize: number) => boolean;
  past: Edit;
  migration: Edit;
}

/** Rows that lack a column which came later get another value in it, and one in a column that is new. */
const lateColumn: Story = {
  past: ({ random, name }) => [
    `ALTER TABLE ${name} ADD COLUMN late ${random.pick(TYPES)} ${random.pick(DEFAULTS)}`,
  ],
  migration: ({ random, name, pageSize }) => {
    const value = random.chance(0.5) ? ', new = 1' : '';
    return [
      `ALTER TABLE ${name} ADD COLUMN new ${random.pick(TYPES)}`,
      `UPDATE ${name} SET late = ${randomValue(random, pageSize)}${value} WHERE rowid % ${random.pick([1, 2, 5])} = 0`,
    ];
  },
};

/** Rows without a key, of which each gets the values of the one before it. */
const keylessRows: Story = {
  suits: ({ key }) => key.key.length > 0 && !('options' in key) && !key.key.some((part) => part === 'id'),
  past: ({ random, name, table: { key } }) => [
    `UPDATE ${name} SET ${key.key.map((part) => `${part} = NULL`).join(', ')} WHERE rowid % ${random.pick([1, 2, 3])} = 0`,
  ],
  migration: ({ random, name, columns, table }) => {
    const others = columns.filter((column) => !isKey(table, column)).join(', ');
    return [
      'DROP TABLE IF EXISTS temp.kept',
      `CREATE TEMP TABLE kept AS SELECT rowid AS number, ${others} FROM ${name}`,
      `UPDATE ${name} SET (${others}) =
         (SELECT ${others} FROM temp.kept WHERE number < ${name}.rowid ORDER BY number DESC LIMIT 1)
       WHERE rowid % ${random.pick([1, 1, 7])} = 0`,
    ];
  },
};

/** Long rows in the pages of others that are gone, of which the freed pages still speak; then the end of one changes. */
const reusedPages: Story = {
  suits: ({ key }, pageSize) => !('options' in key) && pageSize <= 1024,
  past: ({ random, name, table, pageSize }) => {
    const length = 600 + random.below(pageSize * 2);
    const values = table.columns.map((column) => {
      if (!isKey(table, column)) return longText(length, 'l');
      return 'integer' in table.key ? '100000 + i' : "'long' || i";
    });
    return [
      // Pages that stay as they are: where most of them change, all are looked at.
      'CREATE TABLE still(v)',
      insertMany('still(v)', 400, longText(Math.floor(pageSize / 5), 's')),
      'CREATE TABLE freed(v)',
      insertMany('freed(v)', 20 + random.below(40), longText(length + random.below(20), 'f')),
      'DELETE FROM freed',
      insertMany(`${name}(${table.columns.join(', ')})`, 5 + random.below(20), values.join(', ')),
    ];
  },
  migration: ({ random, name, columns, table, pageSize }) => {
    const column = random.pick(columns.filter((one) => !isKey(table, one)));
    const order = random.pick(['', '', ' DESC']);
    const nth = `(SELECT rowid FROM ${name} WHERE length(${column}) > 400 ORDER BY rowid${order} LIMIT 1 OFFSET ${random.below(3)})`;
    return [
      `UPDATE ${name} SET ${column} = substr(${column}, 1, length(${column}) - 1) || 'e' WHERE rowid = ${nth}`,
      'CREATE TABLE more(v)',
      insertMany('more(v)', 100, longText(pageSize * 2, 'm')),
    ];
  },
};

function isKey({ key }: RandomTable, column: string): boolean {
  return key.key.some((part) => part === column);
}

function longText(length: number, letter: string): string {
  return `printf('%.*c', ${length}, '${letter}')`;
}

function insertMany(into: string, count: number, values: string): string {
  return `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT OR IGNORE INTO ${into} SELECT ${values} FROM n`;
}

export const STORIES: readonly Story[] = [lateColumn, keylessRows, reusedPages];
