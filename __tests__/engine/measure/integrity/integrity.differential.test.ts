import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { measureIntegrity } from '../../../../src/engine/measure/integrity/integrity.ts';
import { withConnection } from '../../../../src/engine/sqlite/connection.ts';
import { readSchema } from '../../../../src/engine/sqlite/read-schema.ts';
import { copied } from '../../../support/plain-run.ts';
import { type Random, randomFrom } from '../../../support/random.ts';
import { databaseFrom, scratchFolder } from '../../../support/scratch.ts';

/** What is found wrong with damaged files, against PRAGMA integrity_check itself. */
const folder = scratchFolder();

const SCHEMA = `PRAGMA page_size=512;
  CREATE TABLE plain(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, n INT CHECK (n >= 0), r REAL, t TEXT);
  CREATE INDEX plain_n ON plain(n DESC, t); CREATE INDEX plain_r ON plain(r);
  CREATE TABLE folded(k TEXT COLLATE NOCASE PRIMARY KEY, v); CREATE INDEX folded_v ON folded(v COLLATE RTRIM);
  CREATE TABLE computed(a, b, g AS (a || b) STORED); CREATE INDEX computed_g ON computed(g);
  CREATE INDEX computed_b ON computed(lower(b)); CREATE INDEX computed_a ON computed(a) WHERE b > 5;
  CREATE TABLE keyed(k TEXT PRIMARY KEY, v NOT NULL, w) WITHOUT ROWID; CREATE INDEX keyed_v ON keyed(v);
  CREATE TABLE ordered(k, v, PRIMARY KEY (k, v)) WITHOUT ROWID;
  CREATE TABLE typed(id INTEGER PRIMARY KEY, n INTEGER NOT NULL, t TEXT, r REAL) STRICT; CREATE UNIQUE INDEX typed_n ON typed(n, t);
  CREATE TABLE long(id INTEGER PRIMARY KEY, t TEXT); CREATE INDEX long_t ON long(t);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
    INSERT INTO plain SELECT i, 'name ' || (i * 7 % 120), i % 9, CASE WHEN i % 4 THEN i / 2.0 END, 'text ' || (i % 5) FROM n;
  INSERT INTO folded SELECT name, t FROM plain; INSERT INTO computed SELECT id, n FROM plain;
  INSERT INTO ordered SELECT n, name FROM plain;
  INSERT INTO keyed SELECT name, n, t FROM plain; INSERT INTO typed SELECT id, n, name, r FROM plain;
  INSERT INTO long SELECT id, printf('%.*c', 100 + id * 9, char(97 + id % 20)) FROM plain WHERE id % 4 = 0;`;

type Damage = (path: string, random: Random) => void;

/** Each a way in which a file goes wrong. */
const DAMAGE: Record<string, Damage> = {
  'bytes of any page': (path, random) => {
    const bytes = readFileSync(path);
    for (let times = 1 + random.below(3); times > 0; times -= 1) {
      const at = 512 + random.below(bytes.length - 512);
      if (random.chance(0.6)) bytes[at] = random.below(256);
      else bytes.fill(random.below(256), at, at + random.below(60));
    }
    writeFileSync(path, bytes);
  },
  'a bit of a letter or number': (path, random) => {
    const bytes = readFileSync(path);
    const letters = [...bytes.toString('latin1', 8193).matchAll(/[a-z0-9]/g)];
    const at = 8193 + (random.pick(letters)?.index ?? 0);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  'rows that changed behind an index': (path, random) => {
    const [table, column] = random.pick([
      ['plain', 'n'],
      ['plain', 'name'],
      ['plain', 'r'],
      ['folded', 'v'],
      ['folded', 'k'],
      ['computed', 'b'],
      ['keyed', 'v'],
      ['typed', 't'],
      ['long', 't'],
    ]);
    const index = "type = 'index' AND tbl_name = ";
    const hidden = random.chance(0.5) ? `${index}'${table}' AND sql IS NOT NULL` : `${index}'${table}'`;
    const where = `id${random.below(3)} % 40 = 0`.replace(/id\d/, table === 'keyed' ? 'length(k)' : 'rowid');
    whileHidden(path, table === 'keyed' ? `${hidden} AND sql IS NOT NULL` : hidden, [
      random.pick([
        `UPDATE ${table} SET ${column} = upper(${column}) || ' ' WHERE ${where}`,
        `UPDATE OR IGNORE ${table} SET ${column} = (SELECT max(${column}) FROM ${table}) WHERE ${where}`,
        `UPDATE ${table} SET ${column} = NULL WHERE ${where}`,
        `DELETE FROM ${table} WHERE ${where}`,
      ]),
    ]);
  },
  'a schema that promises more': (path, random) => {
    const [name, from, to] = random.pick([
      ['plain', 't TEXT)', 't TEXT NOT NULL CHECK (length(t) > 5))'],
      ['plain', 'r REAL', 'r REAL NOT NULL'],
      ['plain', 'n >= 0', 'n >= 1'],
      ['plain_n', 'n DESC', 'n'],
      ['plain_n', ', t', ', name'],
      ['plain_r', 'INDEX', 'UNIQUE INDEX'],
      ['plain_n', 'INDEX', 'UNIQUE INDEX'],
      ['folded', 'NOCASE', 'BINARY'],
      ['folded', 'v)', 'v NOT NULL CHECK (v > 1))'],
      ['computed_a', 'b > 5', 'b > 6'],
      ['computed_b', 'lower(b)', 'lower(a)'],
      ['computed', 'a || b', 'b || a'],
      ['keyed', 'k TEXT PRIMARY KEY', 'k TEXT COLLATE RTRIM PRIMARY KEY'],
      ['keyed', 'k TEXT PRIMARY KEY, v NOT NULL, w', 'v NOT NULL PRIMARY KEY, k TEXT, w'],
      ['keyed_v', '(v)', '(v DESC)'],
      ['ordered', '(k, v)', '(k, v DESC)'],
      ['ordered', '(k, v)', '(v, k)'],
      ['typed', 't TEXT', 't INTEGER'],
      ['typed', 'r REAL', 'r TEXT'],
      ['typed_n', 'n, t', 'n'],
      ['plain', 't TEXT', 't INT'],
      ['plain', 'n INT', 'n TEXT'],
    ] as const);
    const db = unsafe(path);
    db.prepare('UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?').run(from, to, name);
    db.close();
  },
  'indexes that changed places': (path, random) => {
    const db = unsafe(path);
    const indexes = db.prepare("SELECT name, rootpage FROM sqlite_schema WHERE type = 'index'").all() as {
      name: string;
      rootpage: number;
    }[];
    const [one, other] = [random.pick(indexes), random.pick(indexes)];
    const move = db.prepare('UPDATE sqlite_schema SET rootpage = ? WHERE name = ?');
    move.run(one.rootpage, other.name);
    move.run(other.rootpage, one.name);
    db.close();
  },
};

function unsafe(path: string): Database.Database {
  const db = new Database(path);
  db.unsafeMode(true);
  db.pragma('synchronous=OFF');
  db.pragma('ignore_check_constraints=ON');
  db.pragma('writable_schema=ON');
  return db;
}

/** Runs statements while SQLite does not know of the indexes that meet the condition. */
function whileHidden(path: string, condition: string, statements: readonly string[]): void {
  const db = unsafe(path);
  db.exec(`CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE ${condition}`);
  db.exec(`DELETE FROM sqlite_schema WHERE ${condition}`);
  db.pragma('writable_schema=RESET');
  for (const sql of statements) {
    try {
      db.exec(sql);
    } catch {
      // What the table itself refuses is no damage.
    }
  }
  db.pragma('writable_schema=ON');
  db.exec('INSERT INTO sqlite_schema SELECT * FROM kept');
  db.close();
}

/** `undefined`: the schema cannot be read, and so nothing can be asked. */
function bothWays(path: string) {
  try {
    return withConnection(path, 'check', (connection) => {
      const context = { connection, schema: readSchema(connection), unchecked: [] };
      return { bySqlite: bySqlite(path), measured: measureIntegrity(context).result };
    });
  } catch {
    return undefined;
  }
}

function bySqlite(path: string): 'ok' | 'damaged' {
  const db = new Database(path);
  try {
    db.pragma('cell_size_check=ON');
    return db.pragma('integrity_check(1)', { simple: true }) === 'ok' ? 'ok' : 'damaged';
  } catch {
    return 'damaged';
  } finally {
    db.close();
  }
}

describe('what is wrong with a file', () => {
  it('is nothing where nothing was damaged', () => {
    expect(bothWays(databaseFrom(folder, SCHEMA))).toEqual({ bySqlite: 'ok', measured: 'ok' });
  });

  it.each(Object.entries(DAMAGE))('is found as by integrity_check: %s', (_, damage) => {
    const tally = { ok: 0, damaged: 0, unreadable: 0 };
    const sound = databaseFrom(folder, SCHEMA);
    for (let seed = 1; seed <= 150; seed += 1) {
      const path = copied(sound);
      damage(path, randomFrom(seed));
      const found = bothWays(path);
      tally[found?.bySqlite ?? 'unreadable'] += 1;
      expect({ seed, measured: found?.measured }).toEqual({ seed, measured: found?.bySqlite });
    }
    expect(tally.damaged).toBeGreaterThan(40);
  });
});
