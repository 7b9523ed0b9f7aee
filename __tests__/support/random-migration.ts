import type Database from 'better-sqlite3';
import type { Random } from './random.ts';
import { attempt, insertRows, type RandomTable } from './random-database.ts';
import type { Place, Story } from './random-stories.ts';
import { DEFAULTS, randomValue, TYPES } from './random-values.ts';

/** One kind of edit; gives the statements, of which those that fail are left out. */
type Edit = (place: Place) => string[] | undefined;

const EDITS: Edit[] = [
  update,
  update,
  update,
  update,
  ({ name, random, columns }) => [`UPDATE ${name} SET ${random.pick(columns)} = ${random.pick(columns)}`],
  tailEdit,
  tailEdit,
  (place) => [`DELETE FROM ${place.name} WHERE ${someRows(place)}`],
  (place) => [`DELETE FROM ${place.name} WHERE ${someRows(place)}`],
  ({ name }) => [`DELETE FROM ${name}`],
  ({ db, random, table, pageSize, name }) =>
    insertRows(db, random, { ...table, name }, pageSize, 1 + random.below(40)) ?? [],
  deleteAndInsertAgain,
  moveKeys,
  addColumn,
  addColumn,
  ({ name, random, columns }) => [`ALTER TABLE ${name} DROP COLUMN ${random.pick(columns)}`],
  dropAndAddColumn,
  ({ name, random, columns }) => {
    const column = random.pick(columns);
    return [`ALTER TABLE ${name} RENAME COLUMN ${column} TO ${column}_r`];
  },
  ({ name }) => [`ALTER TABLE ${name} RENAME TO ${name}_r`],
  ({ name }) => [`DROP TABLE ${name}`],
  rebuild,
  rebuild,
  () => ['VACUUM'],
  ({ random }) => [`PRAGMA auto_vacuum=${random.below(3)}`, 'VACUUM'],
  ({ random }) => [`PRAGMA incremental_vacuum(${1 + random.below(20)})`],
  ({ name, random, columns }) => [
    `CREATE INDEX ix_${name}_${random.below(99)} ON ${name}(${random.pick(columns)})`,
  ],
  ({ name }) => [`DROP INDEX ix_${name}`],
];

/** Edits a database at random and gives the statements that ran, for the names in them. */
export function migrate(
  db: Database.Database,
  random: Random,
  tables: readonly RandomTable[],
  pageSize: number,
): string[] {
  const ran: string[] = [];
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const table = random.pick(tables);
    const name = random.pick([table.name, table.name, `${table.name}_r`]);
    const columns = writableColumns(db, name);
    if (columns.length === 0) continue;
    const edit = random.pick(EDITS);
    for (const sql of edit({ db, random, pageSize, table, name, columns }) ?? []) {
      if (attempt(db, sql)) ran.push(sql);
    }
  }
  return ran;
}

/** One half of a story, told of a table, and the statements that ran. */
export function tell(
  half: Story['past'],
  db: Database.Database,
  random: Random,
  table: RandomTable,
  pageSize: number,
): string[] {
  const { name } = table;
  const columns = writableColumns(db, name);
  if (columns.length === 0) return [];
  return half({ db, random, pageSize, table, name, columns }).filter((sql) => attempt(db, sql));
}

function writableColumns(db: Database.Database, name: string): string[] {
  return db.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(name) as string[];
}

function someRows({ random, columns }: Place): string {
  const modulus = random.pick([1, 2, 3, 10, 50]);
  const column = random.pick(columns);
  return random.pick([
    `rowid % ${modulus} = 0`,
    `rowid BETWEEN ${random.below(300)} AND ${random.below(700)}`,
    `${column} IS NULL`,
    `length(${column}) > 50`,
    `unicode(${column}) % ${modulus} = 0`,
  ]);
}

function update(place: Place): string[] {
  const { random, name, columns, pageSize } = place;
  return [
    `UPDATE OR IGNORE ${name} SET ${random.pick(columns)} = ${randomValue(random, pageSize)} WHERE ${someRows(place)}`,
  ];
}

/** Same length, other end: SQLite writes only the last overflow page. */
function tailEdit({ random, name, columns }: Place): string[] {
  const column = random.pick(columns);
  return [
    `UPDATE OR IGNORE ${name} SET ${column} = CASE typeof(${column})
       WHEN 'text' THEN substr(${column}, 1, length(${column}) - 1) || '${random.below(10)}'
       ELSE CAST(substr(${column}, 1, length(${column}) - 1) || x'0${random.below(10)}' AS BLOB) END
     WHERE typeof(${column}) IN ('text', 'blob') AND length(${column}) > 300 AND rowid % ${random.pick([1, 2, 5])} = 0`,
  ];
}

function deleteAndInsertAgain(place: Place): string[] {
  const { random, name, columns } = place;
  const list = columns.join(', ');
  const order = random.pick(['', ` ORDER BY ${random.pick(columns)}`, ' ORDER BY rowid DESC']);
  return [
    'DROP TABLE IF EXISTS temp.kept',
    `CREATE TEMP TABLE kept AS SELECT ${list} FROM ${name} WHERE ${someRows(place)}`,
    `DELETE FROM ${name}`,
    `INSERT OR IGNORE INTO ${name}(${list}) SELECT ${list} FROM temp.kept${order}`,
  ];
}

function moveKeys(place: Place): string[] {
  const { random, name, columns } = place;
  const [first] = columns;
  return [
    random.pick([
      `UPDATE OR IGNORE ${name} SET rowid = rowid + ${random.below(1000)} WHERE ${someRows(place)}`,
      `UPDATE OR IGNORE ${name} SET rowid = 800 - rowid WHERE ${someRows(place)}`,
      `UPDATE OR IGNORE ${name} SET ${first} = ${first} || 'x' WHERE ${someRows(place)}`,
      `UPDATE OR IGNORE ${name} SET ${first} = ${first} + 1000 WHERE ${someRows(place)}`,
      `UPDATE OR IGNORE ${name} SET ${first} = NULL WHERE ${someRows(place)}`,
    ]),
  ];
}

function addColumn({ random, name, columns }: Place): string[] {
  const column = `n${random.below(100)}`;
  const add = `ALTER TABLE ${name} ADD COLUMN ${column} ${random.pick(TYPES)} ${random.pick(DEFAULTS)}`;
  const fill = `UPDATE ${name} SET ${column} = ${random.pick(columns)} WHERE rowid % ${random.pick([1, 3])} = 0`;
  return random.chance(0.5) ? [add] : [add, fill];
}

/** A column that was dropped and made again holds its new default, though records may look as they did. */
function dropAndAddColumn({ random, name, columns }: Place): string[] {
  const column = columns.at(-1);
  return [
    `ALTER TABLE ${name} DROP COLUMN ${column}`,
    `ALTER TABLE ${name} ADD COLUMN ${column} ${random.pick(TYPES)} ${random.pick(DEFAULTS)}`,
  ];
}

/** The twelve steps of sqlite.org/lang_altertable.html, section 7, with the new table more or less like the old one. */
function rebuild({ random, table, name, columns }: Place): string[] {
  const types = table.types.map((type) => (random.chance(0.15) ? random.pick(TYPES) : type));
  const more = random.chance(0.4) ? `extra ${random.pick(TYPES)} ${random.pick(DEFAULTS)}` : undefined;
  const known = columns.filter((column) => table.columns.includes(column)).join(', ');
  const own = 'options' in table.key ? '' : random.pick(['', 'rowid, ']);
  const order = random.pick([
    '',
    '',
    ' ORDER BY rowid',
    ' ORDER BY rowid DESC',
    ` ORDER BY ${random.pick(columns)}`,
  ]);
  return [
    'DROP TABLE IF EXISTS made',
    table.create('made', types, more),
    `INSERT OR IGNORE INTO made(${own}${known}) SELECT ${own}${known} FROM ${name}${order}`,
    `DROP TABLE ${name}`,
    `ALTER TABLE made RENAME TO ${name}`,
  ];
}
