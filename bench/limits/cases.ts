import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Something that a run must get through, however large it is. */
export interface Case {
  name: string;
  /** How large it is by default; it is also run at a tenth of that, to see how its cost grows. */
  size: number;
  /** Writes `app.db`, or a folder of databases, and `migrations/` into `folder`. */
  make(folder: string, size: number): void;
  /** Where it is not `app.db`. */
  databases?: string;
}

const MANY = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows)';

export const cases: readonly Case[] = [
  {
    name: 'tables, of three rows each',
    size: 10_000,
    make: (folder, size) =>
      place(folder, tables(size, 'a, b'), 'ALTER TABLE t1 ADD COLUMN extra TEXT;\nUPDATE t1 SET a = 7;\n'),
  },
  {
    name: 'columns of one table, and one more',
    size: 1_999,
    make: (folder, size) => {
      const columns = Array.from({ length: size - 1 }, (_, at) => `c${at}`);
      const schema = [
        `CREATE TABLE wide(id INTEGER PRIMARY KEY, ${columns.join(', ')})`,
        ...rows('wide', 'c0', 100),
      ];
      place(folder, schema, 'ALTER TABLE wide ADD COLUMN extra TEXT;\nUPDATE wide SET c1 = 7;\n');
    },
  },
  {
    name: 'statements',
    size: 200_000,
    make: (folder, size) => {
      const inserts = Array.from({ length: size }, (_, at) => `INSERT INTO t1(a) VALUES (${at});\n`);
      place(folder, tables(1, 'a, b'), inserts.join(''));
    },
  },
  {
    name: 'tables that all lose rows',
    size: 2_000,
    make: (folder, size) => {
      const deletes = Array.from({ length: size }, (_, at) => `DELETE FROM t${at + 1} WHERE id = 2;\n`);
      place(folder, tables(size, 'a, b'), deletes.join(''));
    },
  },
  {
    name: 'tables that are dropped',
    size: 10_000,
    make: (folder, size) => {
      const drops = Array.from({ length: size }, (_, at) => `DROP TABLE t${at + 1};\n`);
      place(folder, [...tables(size, 'a, b'), 'CREATE TABLE stays(a)'], drops.join(''));
    },
  },
  {
    name: 'MB in each of three rows',
    size: 100,
    make: (folder, size) => {
      const value = `zeroblob(${size * 1_000_000})`;
      const schema = [
        'CREATE TABLE large(id INTEGER PRIMARY KEY, b)',
        `INSERT INTO large(b) VALUES (${[value, value, value].join('), (')})`,
      ];
      place(folder, schema, 'ALTER TABLE large ADD COLUMN note;\nUPDATE large SET note = 1 WHERE id = 2;\n');
    },
  },
  {
    name: 'MB of one SQL file',
    size: 50,
    make: (folder, size) => {
      const value = 'x'.repeat(950);
      const inserts = Array.from(
        { length: size * 1000 },
        (_, at) => `INSERT INTO t1(a, b) VALUES (${at}, '${value}');\n`,
      );
      place(folder, tables(1, 'a, b'), inserts.join(''));
    },
  },
  {
    name: 'MB of one statement',
    size: 50,
    make: (folder, size) => {
      const rowsOf = Array.from({ length: size * 1000 }, (_, at) => `(${at}, '${'x'.repeat(980)}')`);
      place(folder, tables(1, 'a, b'), `INSERT INTO t1(a, b) VALUES\n${rowsOf.join(',\n')};\n`);
    },
  },
  {
    name: 'databases, each with findings',
    size: 10_000,
    databases: 'tenants/*.db',
    make: (folder, size) => {
      mkdirSync(join(folder, 'tenants'));
      place(folder, tables(2, 'a, b'), 'DROP TABLE t2;\nDELETE FROM t1 WHERE id = 3;\n', size);
    },
  },
];

function tables(count: number, columns: string): string[] {
  return Array.from({ length: count }, (_, at) => [
    `CREATE TABLE t${at + 1}(id INTEGER PRIMARY KEY, ${columns})`,
    `INSERT INTO t${at + 1}(a) VALUES (1), (2), (3)`,
  ]).flat();
}

function rows(table: string, column: string, count: number): string[] {
  return [`INSERT INTO ${table}(${column}) ${MANY.replace('$rows', String(count))} SELECT i FROM n`];
}

/** `copies`: how many databases in the folder `tenants`; without it, one called `app.db`. */
function place(folder: string, schema: readonly string[], migration: string, copies?: number): void {
  mkdirSync(join(folder, 'migrations'));
  writeFileSync(join(folder, 'migrations/0001.sql'), migration);
  const db = new Database(':memory:');
  db.exec(['BEGIN', ...schema, 'COMMIT'].join(';\n'));
  const bytes = db.serialize();
  db.close();
  if (copies === undefined) writeFileSync(join(folder, 'app.db'), bytes);
  for (let number = 1; number <= (copies ?? 0); number += 1) {
    writeFileSync(join(folder, `tenants/${String(number).padStart(5, '0')}.db`), bytes);
  }
}
