import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { makeDatabase } from '../../examples/fractal-goals/make-database.ts';
import { scratchFolder } from '../support/scratch.ts';

/** The example's figures, by plain SQL: what the program says of it is held against these elsewhere. */
const example = join(import.meta.dirname, '../../examples/fractal-goals');
const folder = scratchFolder();

const TABLES = [
  'activity_definitions',
  'activity_groups',
  'activity_instances',
  'goals',
  'metric_definitions',
];
const MORE = ['metric_values', 'notes', 'session_templates', 'sessions', 'split_definitions', 'targets'];
const WITH_ROOT = ['activity_definitions', 'activity_groups', 'goals', 'session_templates'];
const GETS_ROOT = ['activity_instances', 'metric_definitions', 'metric_values', 'split_definitions'];

type Version = 'as-first-written' | 'fixed';

const filesOf = (version: Version) => readdirSync(join(example, 'migrations', version)).toSorted();
const sqlOf = (version: Version, file: string) =>
  readFileSync(join(example, 'migrations', version, file), 'utf8');

let made = 0;

/** A new database of the example, open with foreign keys off, as the sqlite3 shell has it. */
function fresh(): Database.Database {
  made += 1;
  const path = join(folder, `goals-${made}.db`);
  makeDatabase(path);
  const db = new Database(path);
  db.pragma('foreign_keys=OFF');
  return db;
}

/** The files that ran, and the message of the one that did not. */
function migrate(
  db: Database.Database,
  version: Version,
): { done: string[]; failed?: string; error?: string } {
  const done: string[] = [];
  for (const file of filesOf(version)) {
    try {
      db.exec(sqlOf(version, file));
    } catch (error) {
      return { done, failed: file, error: (error as Error).message };
    }
    done.push(file);
  }
  return { done };
}

const value = (db: Database.Database, sql: string) => db.prepare(sql).pluck().get();
const list = (db: Database.Database, sql: string) => db.prepare(sql).pluck().all();
const rowsOf = (db: Database.Database, table: string) => value(db, `SELECT count(*) FROM ${table}`);
const counts = (db: Database.Database) => [...TABLES, ...MORE].map((table) => [table, rowsOf(db, table)]);
const columnsOf = (db: Database.Database, table: string) =>
  list(db, `SELECT name FROM pragma_table_info('${table}')`);
const indexes = (db: Database.Database) =>
  list(db, "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'idx\\_%' ESCAPE '\\'");
const tablesWith = (db: Database.Database, column: string) =>
  list(
    db,
    `SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND c.name = '${column}' ORDER BY m.name`,
  );

function expectSound(db: Database.Database): void {
  expect(list(db, 'PRAGMA integrity_check')).toEqual(['ok']);
  expect(db.pragma('foreign_key_check')).toEqual([]);
}

/** Goals whose root_id is not the id at the top of their tree. */
const WRONG_ROOTS = `
  WITH RECURSIVE tree(id, top) AS (
    SELECT id, id FROM goals WHERE parent_id IS NULL
    UNION ALL SELECT g.id, tree.top FROM goals g JOIN tree ON g.parent_id = tree.id
  ) SELECT count(*) FROM goals JOIN tree USING (id) WHERE root_id IS NOT NULL AND root_id <> top`;

describe('the database of the example', () => {
  it('has the same bytes each time it is made', () => {
    const [first, second] = ['one.db', 'two.db'].map((name) => {
      makeDatabase(join(folder, name));
      return readFileSync(join(folder, name));
    });
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
    makeDatabase(join(folder, 'one.db'));
    expect(readFileSync(join(folder, 'one.db')).equals(first ?? Buffer.alloc(0))).toBe(true);
    expect(readdirSync(folder).filter((name) => /^(one|two)/.test(name))).toEqual(['one.db', 'two.db']);
  });

  it('holds 45 goals, 79 activity instances and 116 metric values, sound and without orphans', () => {
    const db = fresh();
    expect(list(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")).toEqual([
      ...TABLES,
      ...MORE,
    ]);
    expect(['goals', 'activity_instances', 'metric_values'].map((table) => rowsOf(db, table))).toEqual([
      45, 79, 116,
    ]);
    expect(counts(db).filter(([, rows]) => rows === 0)).toEqual([]);
    expect(list(db, 'PRAGMA page_size')).toEqual([4096]);
    expect(list(db, 'PRAGMA journal_mode')).toEqual(['delete']);
    expectSound(db);
    db.close();
  });

  it('has the four levels of goals, each below the one before', () => {
    const db = fresh();
    const levels = db
      .prepare(
        'SELECT g.type, p.type, count(*) FROM goals g LEFT JOIN goals p ON p.id = g.parent_id GROUP BY 1, 2',
      )
      .raw()
      .all();
    expect(levels).toEqual([
      ['LongTermGoal', 'UltimateGoal', 6],
      ['MidTermGoal', 'LongTermGoal', 12],
      ['ShortTermGoal', 'MidTermGoal', 24],
      ['UltimateGoal', null, 3],
    ]);
    expect(value(db, 'SELECT count(DISTINCT name) FROM goals')).toBe(45);
    db.close();
  });

  it('lacks root_id in 20 goals of all three lower levels, and in nothing else', () => {
    const db = fresh();
    expect(tablesWith(db, 'root_id')).toEqual(WITH_ROOT);
    expect(
      WITH_ROOT.map((table) => value(db, `SELECT count(*) FROM ${table} WHERE root_id IS NULL`)),
    ).toEqual([0, 0, 20, 0]);
    expect(list(db, 'SELECT DISTINCT type FROM goals WHERE root_id IS NULL ORDER BY type')).toEqual([
      'LongTermGoal',
      'MidTermGoal',
      'ShortTermGoal',
    ]);
    expect(value(db, WRONG_ROOTS)).toBe(0);
    expect(indexes(db)).toEqual([]);
    db.close();
  });
});

describe('the migration, fixed', () => {
  const db = fresh();
  const rowsBefore = counts(db);
  const filledBefore = list(db, 'SELECT id FROM goals WHERE root_id IS NOT NULL');
  const result = migrate(db, 'fixed');
  afterAll(() => {
    db.close();
  });

  it('runs to its end, and every row is still there', () => {
    expect(result).toEqual({ done: filesOf('fixed') });
    expect(counts(db)).toEqual(rowsBefore);
    expectSound(db);
  });

  it('fills the 20 goals, and leaves no root_id NULL in eight tables', () => {
    expect(tablesWith(db, 'root_id')).toEqual([...WITH_ROOT, ...GETS_ROOT].toSorted());
    for (const table of [...WITH_ROOT, ...GETS_ROOT]) {
      expect([table, value(db, `SELECT count(*) FROM ${table} WHERE root_id IS NULL`)]).toEqual([table, 0]);
    }
    expect(filledBefore).toHaveLength(25);
    expect(value(db, WRONG_ROOTS)).toBe(0);
  });

  it('gives the rows of one session one root, the one of its goal', () => {
    const strays = `SELECT count(*) FROM metric_values v
      JOIN activity_instances i ON i.id = v.instance_id JOIN sessions s ON s.id = i.session_id
      JOIN goals g ON g.id = s.goal_id WHERE v.root_id <> i.root_id OR i.root_id <> g.root_id`;
    expect(value(db, strays)).toBe(0);
  });

  it('adds 26 indexes: 18 on foreign keys, 5 composite, 3 partial', () => {
    const shape = db.prepare(`
      SELECT i.name, i.partial, (SELECT count(*) FROM pragma_index_info(i.name)) AS columns,
        EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f, pragma_index_info(i.name) c
                WHERE f."from" = c.name) AS foreignKey
      FROM sqlite_schema m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c'`);
    const all = shape.all() as { name: string; partial: number; columns: number; foreignKey: number }[];
    const partial = all.filter((index) => index.partial === 1);
    const composite = all.filter((index) => index.partial === 0 && index.columns > 1);
    const single = all.filter((index) => index.partial === 0 && index.columns === 1);
    expect(all.filter(({ name }) => !name.startsWith('idx_'))).toEqual([]);
    expect([single.length, composite.length, partial.length]).toEqual([18, 5, 3]);
    expect(single.filter(({ foreignKey }) => foreignKey === 0)).toEqual([]);
    expect(indexes(db)).toEqual(
      expect.arrayContaining([
        'idx_goals_parent_id',
        'idx_goals_root_id',
        'idx_goals_type',
        'idx_goals_created_at',
        'idx_activity_instances_session',
      ]),
    );
  });

  it('adds the columns of phase 4, and dates each metric value as its instance', () => {
    expect(['deleted_at', 'updated_at', 'sort_order'].map((column) => tablesWith(db, column).length)).toEqual(
      [6, 7, 3],
    );
    expect(columnsOf(db, 'metric_values')).toContain('created_at');
    const misdated = `SELECT count(*) FROM metric_values v JOIN activity_instances i ON i.id = v.instance_id
      WHERE v.created_at IS NOT i.created_at`;
    expect(value(db, misdated)).toBe(0);
  });
});

describe('the migration, as first written', () => {
  it('fails in phase 4 and leaves what was done before it', () => {
    const db = fresh();
    expect(migrate(db, 'as-first-written')).toEqual({
      done: filesOf('as-first-written').slice(0, 3),
      failed: '0004_soft_delete_audit.sql',
      error: 'Cannot add a column with non-constant default',
    });
    expect(tablesWith(db, 'deleted_at')).toHaveLength(6);
    expect(tablesWith(db, 'updated_at')).toEqual([]);
    expect(indexes(db)).toHaveLength(26);
    db.close();
  });

  it('passes on a database without rows, which is why nobody saw it', () => {
    const db = new Database(':memory:');
    db.exec(readFileSync(join(example, 'schema.sql'), 'utf8'));
    expect(migrate(db, 'as-first-written')).toEqual({ done: filesOf('as-first-written') });
    db.close();
  });

  it('differs from the fixed one in nothing but the default of updated_at', () => {
    expect(filesOf('fixed')).toEqual(filesOf('as-first-written'));
    for (const file of filesOf('fixed')) {
      const first = sqlOf('as-first-written', file);
      const fixed = first.replaceAll(
        'updated_at TEXT DEFAULT CURRENT_TIMESTAMP',
        'updated_at TEXT DEFAULT NULL',
      );
      expect(sqlOf('fixed', file)).toBe(fixed);
      expect([file, fixed !== first]).toEqual([file, file.startsWith('0004')]);
    }
  });
});

it.each(filesOf('fixed'))('%s: each statement has its title on the line above', (file) => {
  const lines = sqlOf('fixed', file).split('\n');
  const starts = lines.flatMap((line, at) => (/^(ALTER|CREATE|UPDATE|WITH)\b/.test(line) ? [at] : []));
  // Lines inside one statement begin with such a word too: only the first of each statement needs a title.
  const first = starts.filter((at) => lines[at - 1] === '' || lines[at - 1]?.startsWith('--'));
  expect(first.filter((at) => !/^-- \w/.test(lines[at - 1] ?? ''))).toEqual([]);
  expect(first).toHaveLength(lines.filter((line) => /^[^-].*;$/.test(line)).length);
});
