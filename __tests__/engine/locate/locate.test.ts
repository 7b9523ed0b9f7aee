import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/engine/locate/locate.ts';
import type { Cause } from '../../../src/facts/changes.ts';
import { measured } from '../../support/preflight.ts';
import { databaseFrom, scratchFolder } from '../../support/scratch.ts';

const folder = scratchFolder();

/** `what subject file:line` of every cause that a replay finds, sorted. */
function causes(schema: string, migration: string | string[], profile: string = 'plain'): string[] {
  const { changes, rehearsal } = measured(folder, schema, migration, { profile });
  expect(rehearsal.outcome).toBe('done');
  return (changes?.causes ?? []).map((cause) => formatted(cause, rehearsal.statements)).toSorted();
}

function formatted(cause: Cause, statements: readonly { file: string; line: number }[]): string {
  const { file, line } = statements[cause.statement] ?? { file: '?', line: 0 };
  const place = `${file.replace(/^m\/000/, '').replace('.sql', '')}:${line}`;
  if ('what' in cause)
    return `${cause.what} ${cause.table}${cause.column ? `.${cause.column}` : ''} ${place}`;
  return `${cause.kind} ${cause.name} ${place}`;
}

const FAMILY = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v TEXT);
  INSERT INTO p VALUES (1, 'one'), (2, 'two'), (3, 'three');
  INSERT INTO c VALUES (10, 1, 'a'), (20, 2, 'b'), (30, 2, 'c');`;
const LINKED = FAMILY.replace('CASCADE', 'SET NULL');
const REBUILD_P = [
  'CREATE TABLE p_new(id INTEGER PRIMARY KEY, name TEXT, more);',
  'INSERT INTO p_new(id, name) SELECT id, name FROM p;',
  'DROP TABLE p;',
  'ALTER TABLE p_new RENAME TO p;',
];
/** A rebuild of c; each part can be another one. */
function rebuildOfC({
  create = 'id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v TEXT',
  copy = 'INSERT INTO c_new SELECT * FROM c',
} = {}): string {
  return `CREATE TABLE c_new(${create});\n${copy};\nDROP TABLE c;\nALTER TABLE c_new RENAME TO c;`;
}

describe('rows', () => {
  it('a DELETE in line 3 of the second of three files', () => {
    const files = [
      'CREATE TABLE x(a);\n',
      'CREATE TABLE y(a);\n\nDELETE FROM c WHERE id > 10;',
      "INSERT INTO p VALUES (4, 'x');",
    ];
    expect(causes(FAMILY, files)).toEqual(['added p 3:1', 'removed c 2:3']);
  });

  it('a CASCADE that DROP TABLE of the parent sets off', () => {
    expect(causes(FAMILY, REBUILD_P.join('\n'), 'transaction')).toEqual(['removed c 1:3']);
  });

  it('inside a transaction that the file itself opens, with other statements around', () => {
    const sql = `BEGIN;\nUPDATE p SET name = name;\n${REBUILD_P.join('\n')}\nINSERT INTO c VALUES (40, 3, 'd');\nCOMMIT;`;
    expect(causes(FAMILY, sql, 'autocommit-fk-on')).toEqual(['added c 1:7', 'removed c 1:5']);
  });

  it.each([
    ['WHERE', 'INSERT INTO c_new SELECT * FROM c WHERE p = 2'],
    [
      'OR IGNORE',
      'INSERT OR IGNORE INTO c_new SELECT id / 20, p, v FROM c WHERE id < 30 UNION ALL SELECT id, p, v FROM c',
    ],
  ])('a copy that loses or adds rows by %s is the INSERT', (_, copy) => {
    const found = causes(FAMILY, rebuildOfC({ copy }));
    expect(found.length).toBeGreaterThan(0);
    for (const cause of found) expect(cause).toMatch(/ 1:2$/);
  });

  it('OR IGNORE on a new UNIQUE column', () => {
    const twins = FAMILY.replace("(30, 2, 'c')", "(30, 2, 'b')");
    const create = 'id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v TEXT UNIQUE';
    const copy = 'INSERT OR IGNORE INTO c_new SELECT * FROM c';
    expect(causes(twins, rebuildOfC({ create, copy }))).toEqual(['removed c 1:2']);
  });

  it('a copy in two parts of which the second is incomplete', () => {
    const copy =
      'INSERT INTO c_new SELECT * FROM c WHERE id = 10;\nINSERT INTO c_new SELECT * FROM c WHERE id = 20';
    expect(causes(FAMILY, rebuildOfC({ copy }))).toEqual(['removed c 1:3']);
  });

  it('a DELETE before a faithful rebuild, and one after it', () => {
    expect(causes(FAMILY, `DELETE FROM c WHERE id = 10;\n${rebuildOfC()}`)).toEqual(['removed c 1:1']);
    expect(causes(FAMILY, `${rebuildOfC()}\nDELETE FROM c WHERE id = 10;`)).toEqual(['removed c 1:5']);
  });

  it('a DELETE before two faithful rebuilds', () => {
    const sql = `DELETE FROM c WHERE id = 10;\n${rebuildOfC()}\n${rebuildOfC()}`;
    expect(causes(FAMILY, sql)).toEqual(['removed c 1:1']);
  });

  it('a rebuild that never copies loses its rows with the old table', () => {
    expect(causes(FAMILY, rebuildOfC({ copy: 'SELECT 1' }))).toEqual(['removed c 1:3']);
    const remade = 'DROP TABLE c;\nCREATE TABLE c(id INTEGER PRIMARY KEY, p REFERENCES p(id), v TEXT);';
    expect(causes(FAMILY, remade)).toContain('removed c 1:1');
  });

  it('a rebuild that gives all rows other keys', () => {
    const copy = 'INSERT INTO c_new SELECT id + 1, p, v FROM c';
    expect(causes(FAMILY, rebuildOfC({ copy }))).toEqual(['added c 1:2', 'removed c 1:2']);
  });

  it('a table that is renamed away, made again and filled from there', () => {
    const sql = `ALTER TABLE c RENAME TO c_old;
CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v TEXT);
INSERT INTO c SELECT * FROM c_old WHERE id > 10;
DROP TABLE c_old;`;
    expect(causes(FAMILY, sql)).toEqual(['removed c 1:3']);
  });

  it('a table that has another name in the end', () => {
    const sql = 'ALTER TABLE c RENAME TO d;\nDELETE FROM d WHERE id = 10;';
    expect(causes(FAMILY, sql)).toEqual(['removed d 1:2']);
  });

  it('a trigger that writes to a table which no statement names', () => {
    const schema = `${FAMILY} CREATE TRIGGER t AFTER UPDATE ON p BEGIN DELETE FROM c WHERE p = OLD.id; END;`;
    expect(
      causes(schema, "UPDATE p SET name = 'x' WHERE id = 3;\nUPDATE p SET name = 'y' WHERE id = 2;"),
    ).toEqual(['changed p.name 1:1', 'removed c 1:2']);
  });

  it('not what a file takes back, nor what a savepoint takes back', () => {
    const sql = `BEGIN;\nDELETE FROM c;\nROLLBACK;\nSAVEPOINT s;\nDELETE FROM c;\nROLLBACK TO s;\nRELEASE s;
DELETE FROM c WHERE id = 10;`;
    expect(causes(FAMILY, sql)).toEqual(['removed c 1:8']);
  });

  it('in a table without a key', () => {
    const schema = "CREATE TABLE k(a, b); INSERT INTO k VALUES (1, 'x'), (1, 'x'), (2, 'y'), (NULL, 1.0);";
    const sql =
      'DELETE FROM k WHERE rowid = 1;\nUPDATE k SET b = 1 WHERE a IS NULL;\nINSERT INTO k VALUES (9, 9);';
    expect(causes(schema, sql)).toEqual(['added k 1:3', 'removed k 1:1', 'retyped k.b 1:2']);
  });

  it('in a table without a key that is rebuilt', () => {
    const schema = "CREATE TABLE k(a, b); INSERT INTO k VALUES (1, 'x'), (1, 'x'), (2, 'y'), (3, 'z');";
    const sql =
      'CREATE TABLE k_new(a, b);\nINSERT INTO k_new SELECT DISTINCT a, b FROM k;\nDROP TABLE k;\nALTER TABLE k_new RENAME TO k;';
    expect(causes(schema, sql)).toEqual(['removed k 1:2']);
  });

  it('in an FTS5 table', () => {
    const schema = "CREATE VIRTUAL TABLE f USING fts5(t); INSERT INTO f VALUES ('a'), ('b');";
    expect(causes(schema, 'CREATE TABLE x(a);\nDELETE FROM f WHERE rowid = 2;')).toEqual(['removed f 1:2']);
  });

  it('in a WAL database with auto_vacuum', () => {
    const schema = `PRAGMA auto_vacuum=FULL; PRAGMA journal_mode=WAL; ${FAMILY}`;
    expect(causes(schema, 'CREATE TABLE x(a);\nDELETE FROM c WHERE id = 10;')).toEqual(['removed c 1:2']);
  });
});

describe('values', () => {
  it('SET NULL that DROP TABLE of the parent sets off', () => {
    expect(causes(LINKED, REBUILD_P.join('\n'), 'transaction')).toEqual(['nulled c.p 1:3']);
  });

  it('an UPDATE that meets too much', () => {
    const sql = "UPDATE c SET v = v;\nUPDATE c SET v = 'x';\nUPDATE p SET name = NULL WHERE id = 1;";
    expect(causes(FAMILY, sql)).toEqual(['changed c.v 1:2', 'nulled p.name 1:3']);
  });

  it('two columns that INSERT SELECT * swaps', () => {
    const schema =
      "CREATE TABLE s(id INTEGER PRIMARY KEY, a, b); INSERT INTO s VALUES (1, 'x', 'y'), (2, 'z', 'z');";
    const sql =
      'CREATE TABLE n(id INTEGER PRIMARY KEY, b, a);\nINSERT INTO n SELECT * FROM s;\nDROP TABLE s;\nALTER TABLE n RENAME TO s;';
    expect(causes(schema, sql)).toEqual(['changed s.a 1:2', 'changed s.b 1:2']);
  });

  it('an UPDATE before a faithful rebuild', () => {
    expect(causes(FAMILY, `UPDATE c SET v = 'x' WHERE id = 10;\n${rebuildOfC()}`)).toEqual([
      'changed c.v 1:1',
    ]);
  });

  it('a copy that does more harm than the UPDATE before it', () => {
    const copy = "INSERT INTO c_new SELECT id, p, 'y' FROM c";
    expect(causes(FAMILY, `UPDATE c SET v = 'x' WHERE id = 10;\n${rebuildOfC({ copy })}`)).toEqual([
      'changed c.v 1:3',
    ]);
  });

  it('a column under its new name', () => {
    const sql = "UPDATE c SET v = 'x' WHERE id = 10;\nALTER TABLE c RENAME COLUMN v TO w;";
    expect(causes(FAMILY, sql)).toEqual(['changed c.w 1:1']);
  });

  it('a column through a rename and a rebuild of its table, each in either order', () => {
    const rebuild = (
      table: string,
      column: string,
    ) => `CREATE TABLE n(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, ${column} TEXT);
INSERT INTO n SELECT * FROM ${table};
DROP TABLE ${table};
ALTER TABLE n RENAME TO ${table};`;
    const rename = 'ALTER TABLE c RENAME TO d;\nALTER TABLE d RENAME COLUMN v TO w;';
    const change = (table: string, column: string) => `UPDATE ${table} SET ${column} = 'x' WHERE id = 10;`;
    expect(causes(FAMILY, [rename, change('d', 'w'), rebuild('d', 'w')])).toEqual(['changed d.w 2:1']);
    expect(causes(FAMILY, [change('c', 'v'), rename, rebuild('d', 'w')])).toEqual(['changed d.w 1:1']);
    expect(causes(FAMILY, [rebuild('c', 'v'), change('c', 'v'), rename])).toEqual(['changed d.w 2:1']);
    expect(
      causes(FAMILY, [
        rebuild('c', 'v'),
        rename,
        change('d', 'w'),
        rebuild('d', 'w'),
        'ALTER TABLE d RENAME w TO x;',
      ]),
    ).toEqual(['changed d.x 3:1']);
  });

  it('a type that the new table gives', () => {
    const create = 'id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE, v INTEGER';
    const schema = FAMILY.replace("'a'", "'007'");
    expect(causes(schema, rebuildOfC({ create }))).toEqual(['column v 1:1', 'retyped c.v 1:2']);
  });
});

describe('objects', () => {
  const OBJECTS = `${FAMILY} CREATE INDEX i ON c(v); CREATE VIEW w AS SELECT id FROM p;
    CREATE TRIGGER t AFTER INSERT ON c BEGIN SELECT 1; END;`;

  it('index and trigger go with the table that a rebuild drops', () => {
    expect(causes(OBJECTS, rebuildOfC())).toEqual(['index i 1:3', 'trigger t 1:3']);
  });

  it('an index that is made again as another one', () => {
    expect(
      causes(
        OBJECTS,
        `${rebuildOfC()}\nCREATE INDEX i ON c(p);\nCREATE TRIGGER t AFTER INSERT ON c BEGIN SELECT 1; END;`,
      ),
    ).toEqual(['index i 1:5']);
  });

  it('a constraint and a foreign key go with the CREATE TABLE that does not repeat them', () => {
    const schema = FAMILY.replace('v TEXT)', 'v TEXT NOT NULL CHECK (v <> 1) CHECK (v <> 2))');
    const create = 'id INTEGER PRIMARY KEY, p INTEGER, v TEXT CHECK (v <> 2)';
    expect(causes(schema, `CREATE TABLE x(a);\n${rebuildOfC({ create })}`)).toEqual([
      'constraint CHECK 1:2',
      'constraint NOT NULL 1:2',
      'foreign-key p 1:2',
    ]);
  });

  it('a foreign key that RENAME of the parent points elsewhere', () => {
    const sql = `CREATE TABLE x(a);
ALTER TABLE p RENAME TO p_old;
CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO p SELECT * FROM p_old;
DROP TABLE p_old;`;
    expect(causes(FAMILY, sql)).toEqual(['foreign-key p 1:2']);
  });

  it('a view, a column and a table', () => {
    const sql = 'CREATE TABLE x(a);\nDROP VIEW w;\nALTER TABLE p DROP COLUMN name;\nDROP TABLE c;';
    expect(causes(OBJECTS, sql)).toContain('view w 1:2');
    expect(causes(OBJECTS, sql)).toContain('column name 1:3');
    expect(causes(OBJECTS, sql)).toContain('table c 1:4');
  });

  it('a column that the new table of a rebuild lacks', () => {
    const create = 'id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id) ON DELETE CASCADE';
    expect(causes(FAMILY, rebuildOfC({ create, copy: 'INSERT INTO c_new SELECT id, p FROM c' }))).toEqual([
      'column v 1:1',
    ]);
  });
});

describe('the replay', () => {
  it('goes the way of the rehearsal where a plan asks for changes() and last_insert_rowid()', () => {
    const sql = `CREATE TABLE log(n, id);\nDELETE FROM c WHERE id = 10;\nINSERT INTO log SELECT changes(), last_insert_rowid();
UPDATE c SET v = (SELECT n FROM log) WHERE id = 20;`;
    expect(causes(FAMILY, sql)).toEqual(['changed c.v 1:4', 'removed c 1:2']);
  });

  it('hides its reference from statements that name what is missing', () => {
    const sql =
      'DELETE FROM c WHERE id = 10;\nDROP TABLE p;\nDROP INDEX IF EXISTS i;\nDROP TABLE IF EXISTS p;';
    expect(causes(`${FAMILY} CREATE INDEX i ON p(name);`, sql)).toContain('removed c 1:1');
  });

  it('finds nothing without time, and leaves no file behind', () => {
    const facts = measured(folder, FAMILY, 'DELETE FROM c WHERE id = 10;');
    const place = mkdtempSync(join(folder, 'no-time-'));
    const { plan, changes, rehearsal } = facts;
    if (plan === undefined || changes === undefined) throw new Error('nothing was rehearsed');
    const path = databaseFrom(mkdtempSync(join(folder, 'before-')), FAMILY);
    const request = {
      before: path,
      after: path,
      folder: place,
      plan,
      statements: rehearsal.statements,
      changes,
    };
    expect(locate({ ...request, budgetMs: -1 }).causes).toEqual([]);
    expect(locate({ ...request, budgetMs: 60_000 }).causes).toHaveLength(1);
    expect(readdirSync(place)).toEqual([]);
  });

  it('says nothing where it goes another way than the rehearsal', () => {
    const facts = measured(folder, FAMILY, "DELETE FROM c WHERE id = 10;\nINSERT INTO p VALUES (4, 'x');");
    const place = mkdtempSync(join(folder, 'other-way-'));
    const { plan, changes, rehearsal } = facts;
    if (plan === undefined || changes === undefined) throw new Error('nothing was rehearsed');
    const path = databaseFrom(place, `${FAMILY} INSERT INTO p VALUES (4, 'in the way');`);
    const request = {
      before: path,
      after: path,
      folder: place,
      plan,
      statements: rehearsal.statements,
      changes,
    };
    expect(locate({ ...request, budgetMs: 60_000 }).causes).toEqual([]);
  });
});
