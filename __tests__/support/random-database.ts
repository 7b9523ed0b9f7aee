import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sqliteFailure } from '../../src/engine/sqlite/errors.ts';
import type { Random } from './random.ts';
import { randomValue, TYPES } from './random-values.ts';

/** How a table tells its rows apart: columns before the others, constraints behind them, options. */
const KEYS = [
  { head: 'id INTEGER PRIMARY KEY', key: ['id'], integer: true },
  { head: 'id INTEGER PRIMARY KEY', key: ['id'], integer: true },
  { head: 'id INTEGER PRIMARY KEY AUTOINCREMENT', key: ['id'], integer: true },
  { head: 'id INTEGER PRIMARY KEY DESC', key: ['id'], integer: true },
  { head: 'k TEXT PRIMARY KEY', key: ['k'] },
  { head: 'k TEXT PRIMARY KEY NOT NULL', key: ['k'] },
  { head: 'k TEXT COLLATE NOCASE PRIMARY KEY NOT NULL', key: ['k'] },
  { head: 'k PRIMARY KEY', key: ['k'] },
  { head: 'k REAL PRIMARY KEY NOT NULL', key: ['k'], integer: true },
  { head: 'k INT, l TEXT', tail: 'PRIMARY KEY (l, k)', key: ['k', 'l'] },
  { head: 'k INT NOT NULL, l TEXT NOT NULL', tail: 'PRIMARY KEY (k, l)', key: ['k', 'l'] },
  { head: 'k TEXT PRIMARY KEY', key: ['k'], options: 'WITHOUT ROWID' },
  { head: 'k INT, l TEXT', tail: 'PRIMARY KEY (l, k)', key: ['k', 'l'], options: 'WITHOUT ROWID' },
  { head: '', key: [] },
  { head: '', key: [] },
] as const;

export interface RandomTable {
  name: string;
  /** Columns that can be written. */
  columns: string[];
  /** CREATE TABLE under another name, with these types. */
  create(name: string, types: readonly string[], more?: string): string;
  types: string[];
  key: (typeof KEYS)[number];
}

/** Writes an empty database with settings of any kind and returns its page size. */
export function createFile(path: string, random: Random): number {
  const pageSize = random.pick([512, 512, 512, 1024, 1024, 4096, 4096, 16384, 65536]);
  const db = new Database(path);
  db.pragma(`page_size=${pageSize}`);
  db.pragma(`auto_vacuum=${random.pick([0, 0, 1, 2])}`);
  if (random.chance(0.25)) db.pragma(`encoding='${random.pick(['UTF-16le', 'UTF-16be'])}'`);
  db.pragma('user_version=1');
  db.close();
  if (random.chance(0.15)) reserveBytes(path, pageSize, random.pick([8, 32]));
  return pageSize;
}

/** Reserved bytes at the end of each page, as encrypting and checksumming extensions use them. */
function reserveBytes(path: string, pageSize: number, reserved: number): void {
  const bytes = readFileSync(path);
  // Usable space must not fall below 480 bytes (sqlite.org/fileformat2.html, section 1.3.4).
  if (pageSize - reserved < 480) return;
  bytes.writeUInt8(reserved, 20);
  bytes.writeUInt16BE(pageSize - reserved, 105);
  writeFileSync(path, bytes);
}

/** Tables of every kind with rows in them, and a past: deleted rows, columns that came later. */
export function fillDatabase(db: Database.Database, random: Random, pageSize: number): RandomTable[] {
  const tables = Array.from({ length: 1 + random.below(3) }, (_, at) => randomTable(random, `t${at}`));
  for (const table of tables) {
    db.exec(table.create(table.name, table.types));
    if (random.chance(0.4))
      db.exec(`CREATE INDEX ix_${table.name} ON ${table.name}(${table.columns.at(-1)})`);
    insertRows(db, random, table, pageSize, random.pick([0, 3, 20, 60, 150]));
  }
  return tables;
}

function randomTable(random: Random, name: string): RandomTable {
  const key = random.pick(KEYS);
  const plain = Array.from({ length: 1 + random.below(4) }, (_, at) => `c${at}`);
  const collation = random.chance(0.15) ? ' COLLATE NOCASE' : '';
  const generated = random.chance(0.12)
    ? [`g AS (typeof(c0) || length(c0)) ${random.pick(['STORED', 'VIRTUAL'])}`]
    : [];
  return {
    name,
    key,
    types: plain.map(() => random.pick(TYPES)),
    columns: [...key.key, ...plain],
    create(as, types, more) {
      const parts = [
        key.head,
        ...plain.map((column, at) => `${column} ${types[at]}${collation}`),
        ...generated,
        more ?? '',
        'tail' in key ? key.tail : '',
      ];
      return `CREATE TABLE ${as}(${parts.filter((part) => part !== '').join(', ')}) ${'options' in key ? key.options : ''}`;
    },
  };
}

/** Inserts up to `count` rows; those that a constraint refuses are left out. */
export function insertRows(
  db: Database.Database,
  random: Random,
  { name, columns, key }: RandomTable,
  pageSize: number,
  count: number,
): void {
  const own = 'options' in key || key.key.includes('id' as never) ? '' : random.pick(['', '', 'rowid, ']);
  const few = random.chance(0.3) ? 3 : 1000;
  const repeated = Array.from({ length: few }, () => columns.map(() => randomValue(random, pageSize)));
  const rows = Array.from({ length: count }, (_, at) => {
    const values = (repeated[at % few] as string[]).slice();
    key.key.forEach((_, position) => {
      values[position] = keyValue(random, 'integer' in key, position);
    });
    return `(${own === '' ? '' : `${rowid(random)}, `}${values.join(', ')})`;
  });
  if (rows.length > 0)
    attempt(db, `INSERT OR IGNORE INTO ${name}(${own}${columns.join(', ')}) VALUES ${rows.join(', ')}`);
}

function keyValue(random: Random, integer: boolean, position: number): string {
  if (integer) return random.chance(0.01) ? rowid(random) : String(random.below(500));
  if (random.chance(0.05)) return 'NULL';
  return position === 0 && random.chance(0.3)
    ? String(random.below(9))
    : `'${random.pick(['k', 'K', 'key '])}${random.below(300)}'`;
}

function rowid(random: Random): string {
  if (random.chance(0.004))
    return random.pick(['-1', '-5000000000', '9007199254740993', '9223372036854775807']);
  return String(random.below(random.chance(0.1) ? 4_000_000_000 : 700));
}

/** Runs a statement that may fail, such as one that breaks a constraint, and tells whether it ran. */
export function attempt(db: Database.Database, sql: string): boolean {
  try {
    db.exec(sql);
    return true;
  } catch (error) {
    if (sqliteFailure(error) === undefined) throw error;
    return false;
  }
}
