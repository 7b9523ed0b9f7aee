import { quoteName } from '../../../src/sql/quote.ts';
import { createTable, type Made, type MadeTable, storedColumns } from './database.ts';
import type { Random } from './random.ts';

/** Migrations after which nothing is lost, of one to three parts. */
export function harmless({ tables }: Made, random: Random): string {
  const ordinary = tables.filter(({ options }) => !options.startsWith('USING'));
  const parts = Array.from({ length: 1 + random.below(3) }, (_, at) =>
    random.pick(PARTS)(random.pick(ordinary), random, at),
  );
  return parts.join('\n');
}

type Part = (table: MadeTable, random: Random, at: number) => string;

const PARTS: readonly Part[] = [
  ({ name }, random, at) =>
    `ALTER TABLE ${quoteName(name)} ADD COLUMN "added ${at}" ${random.pick(['TEXT', "TEXT DEFAULT 'none'", 'INT NOT NULL DEFAULT 0'])};`,
  (table, random, at) => {
    const column = quoteName(random.pick(storedColumns(table)));
    const list = random.pick([column, `${column} DESC`, `length(${column})`, `${column} COLLATE RTRIM`]);
    return `CREATE INDEX "new index ${at}" ON ${quoteName(table.name)}(${list});`;
  },
  (_, random, at) =>
    `CREATE TABLE "new table ${at}"(id INTEGER PRIMARY KEY, note TEXT)${random.pick(['', ' STRICT'])};`,
  // A view over another table would stop its rebuild.
  (_, __, at) => `CREATE VIEW "new view ${at}" AS SELECT count(*) AS number FROM "the log";`,
  ({ name }, _, at) =>
    `CREATE TRIGGER "new trigger ${at}" AFTER DELETE ON ${quoteName(name)} BEGIN INSERT INTO "the log" VALUES ('gone'); END;`,
  (table) => {
    const column = quoteName(storedColumns(table)[0] ?? '');
    return `UPDATE ${quoteName(table.name)} SET ${column} = ${column};`;
  },
  () => 'VACUUM;',
  () => 'REINDEX;',
  rebuild,
  rebuild,
];

/** A rebuild that forgets nothing. */
function rebuild(table: MadeTable): string {
  const name = quoteName(table.name);
  const list = storedColumns(table).map(quoteName).join(', ');
  const number = `SELECT seq FROM sqlite_sequence WHERE name = '${table.name.replaceAll("'", "''")}'`;
  return [
    'BEGIN;',
    ...Object.keys(table.views).map((view) => `DROP VIEW ${quoteName(view)};`),
    createTable(table, 'rebuilt'),
    `INSERT INTO rebuilt(${list}) SELECT ${list} FROM ${name};`,
    ...(table.shape === 'autoincrement'
      ? [`UPDATE sqlite_sequence SET seq = (${number}) WHERE name = 'rebuilt';`]
      : []),
    `DROP TABLE ${name};`,
    `ALTER TABLE rebuilt RENAME TO ${name};`,
    ...Object.values({ ...table.indexes, ...table.triggers, ...table.views }),
    'COMMIT;',
  ].join('\n');
}
