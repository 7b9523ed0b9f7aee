import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { measure } from '../../../../src/engine/measure/measure.ts';
import { areComparable } from '../../../../src/engine/measure/references/parents.ts';
import { settingsWith } from '../../../support/preflight.ts';
import { type Random, randomFrom } from '../../../support/random.ts';
import { databaseFrom, scratchFolder } from '../../../support/scratch.ts';

/** Random foreign keys over columns of random types and collations, against SQLite's own foreign_key_check. */
const folder = scratchFolder();
const { checks: CHECKS } = settingsWith();

const TYPES = ['', 'INTEGER', 'INT', 'TEXT', 'VARCHAR(9)', 'REAL', 'NUMERIC', 'BLOB', 'ANY', 'BOOLEAN'];
const COLLATIONS = ['', '', '', ' COLLATE NOCASE', ' COLLATE RTRIM', ' COLLATE binary'];
const VALUES = [
  ...['NULL', '0', '1', '1.0', "'1'", "'1.0'", "'a'", "'A'", "'a '", "x'61'", "x'31'", '2.5', "'2.5'", "''"],
  ...['9007199254740993', '9007199254740992.0', "'9007199254740993'"],
];

function randomSchema(random: Random): { sql: string; rows: string[] } {
  const width = 1 + random.below(2);
  const strict = random.chance(0.15);
  const typeOf = () =>
    strict ? random.pick(['INTEGER', 'TEXT', 'REAL', 'ANY', 'BLOB']) : random.pick(TYPES);
  const names = ['a', 'b'].slice(0, width);
  const parents = names.map((name) => ({ name, type: typeOf(), collate: random.pick(COLLATIONS) }));
  const children = parents.map(({ name, type, collate }) => ({
    name,
    type: random.chance(0.6) ? type : typeOf(),
    collate: random.chance(0.6) ? collate : random.pick(COLLATIONS),
  }));
  const definition = (columns: typeof parents, more: string) =>
    columns.map(({ name, type, collate }) => `${name} ${type}${collate}${more}`).join(', ');
  const isImplicit = random.chance(0.4);
  const keyCollation = random.chance(0.2) ? random.pick(COLLATIONS) : '';
  const key = `${isImplicit || random.chance(0.5) ? 'PRIMARY KEY' : 'UNIQUE'}(${names.map((name) => name + keyCollation).join()})`;
  const end = strict ? ' STRICT' : '';
  const notNull = random.chance(0.4) ? ' NOT NULL' : '';
  const sql = `CREATE TABLE p(${definition(parents, notNull)}, ${key})${end};
    CREATE TABLE c(${definition(children, '')}, FOREIGN KEY (${names}) REFERENCES p${isImplicit ? '' : `(${names})`})${end};`;
  const row = () => `(${names.map(() => random.pick(VALUES))})`;
  const insert = (table: string) => `INSERT OR IGNORE INTO ${table} VALUES ${row()};`;
  const rows = Array.from({ length: 4 + random.below(20) }, () => insert(random.chance(0.5) ? 'p' : 'c'));
  return { sql, rows };
}

/** Values that a column refuses, for its being STRICT or the rowid, are left out. */
function build(seed: number): string {
  const { sql, rows } = randomSchema(randomFrom(seed));
  const path = databaseFrom(folder, sql);
  const db = new Database(path);
  db.pragma('foreign_keys=OFF');
  db.pragma('synchronous=OFF');
  db.exec('BEGIN');
  for (const row of rows) {
    try {
      db.exec(row);
    } catch (error) {
      if (!/cannot store|datatype mismatch/.test(String(error))) throw error;
    }
  }
  db.exec('COMMIT');
  db.close();
  return path;
}

function checkedBySqlite(path: string): number | undefined {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get() as number;
  } catch {
    return undefined;
  } finally {
    db.close();
  }
}

describe('the orphans of random foreign keys', () => {
  it('are those of foreign_key_check, whichever way counts them', () => {
    const tally = { comparable: 0, orphaned: 0, other: 0, mismatched: 0 };
    for (let seed = 1; seed <= 600; seed += 1) {
      const path = build(seed);
      const { orphans, mismatches, schema } = measure({ database: path, checks: CHECKS });
      const expected = checkedBySqlite(path);
      if (expected === undefined) {
        tally.mismatched += 1;
        expect({ seed, mismatches: mismatches.length }).toEqual({ seed, mismatches: 1 });
        continue;
      }
      expect({ seed, orphans: orphans[0]?.rows ?? 0 }).toEqual({ seed, orphans: expected });
      const [parent, child] = schema.tables;
      const key = child?.foreignKeys[0];
      if (!(parent && child && key && areComparable({ child, key, parent }))) tally.other += 1;
      else if (expected > 0) tally.orphaned += 1;
      else tally.comparable += 1;
    }
    for (const times of Object.values(tally)) expect(times).toBeGreaterThan(10);
  });

  it('with a large parent', () => {
    const path = databaseFrom(
      folder,
      `CREATE TABLE p(id TEXT PRIMARY KEY NOT NULL); CREATE TABLE c(p TEXT REFERENCES p(id));
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) INSERT INTO p SELECT 'key ' || i FROM n;
       INSERT INTO c SELECT id FROM p; INSERT INTO c VALUES ('none'), ('none'), ('other'), (NULL);`,
    );
    expect(measure({ database: path, checks: CHECKS }).orphans).toMatchObject([{ rows: 3 }]);
  });
});
