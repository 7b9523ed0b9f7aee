import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('no-effect');

const OBJECTS = `CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT NOT NULL DEFAULT 'x' CHECK (v <> ''), p INTEGER REFERENCES p(id));
  CREATE TABLE p(id INTEGER PRIMARY KEY, code TEXT);
  CREATE INDEX t_v ON t(v); CREATE UNIQUE INDEX p_code ON p(code);
  CREATE VIEW names AS SELECT v FROM t;
  CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN DELETE FROM p WHERE id = NEW.p; END;`;

it.each([
  ['another column', 'TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, v TEXT, at TEXT)', 't', 'column at'],
  ['a NOT NULL', 'TABLE IF NOT EXISTS "P"(id INTEGER PRIMARY KEY, code TEXT NOT NULL)', 'P', 'code NOT NULL'],
  [
    'a CHECK',
    "TABLE IF NOT EXISTS p(id INTEGER PRIMARY KEY, code TEXT CHECK (code <> ''))",
    'p',
    "CHECK (code <> '')",
  ],
  ['another type', 'TABLE IF NOT EXISTS main.p(id INTEGER PRIMARY KEY, code INTEGER)', 'p', 'code INTEGER'],
  [
    'a foreign key',
    'TABLE IF NOT EXISTS p(id INTEGER PRIMARY KEY REFERENCES t(id), code TEXT)',
    'p',
    'REFERENCES t(id)',
  ],
  ['a table where a view is', 'TABLE IF NOT EXISTS names(v TEXT)', 'names', 'it is a view'],
  ['a copy', 'TABLE IF NOT EXISTS p AS SELECT id FROM t', 'p', 'the rows of its SELECT'],
])('warns where CREATE TABLE IF NOT EXISTS asks for %s that is not there', (_, create, table, lacks) => {
  expect(findings.after(OBJECTS, `SELECT 1;\nCREATE ${create}`)).toEqual([
    expect.objectContaining({
      severity: 'warning',
      table,
      message: expect.stringContaining(`lacks ${lacks}`),
      location: { file: expect.any(String), line: 2 },
    }),
  ]);
});

it.each([
  ['UNIQUE INDEX IF NOT EXISTS t_v ON t(v)', 't_v'],
  ['INDEX IF NOT EXISTS t_v ON t(p, v)', 't_v'],
  ['INDEX IF NOT EXISTS t_v ON p(code)', 't_v'],
  ["UNIQUE INDEX IF NOT EXISTS p_code ON p(code COLLATE NOCASE) WHERE code <> ''", 'p_code'],
  ['VIEW IF NOT EXISTS names AS SELECT v, p FROM t', 'names'],
  ['TRIGGER IF NOT EXISTS t_ai AFTER INSERT ON t BEGIN DELETE FROM p; END', 't_ai'],
])('warns of CREATE %s over another one', (create, object) => {
  expect(findings.after(OBJECTS, `CREATE ${create}`)).toMatchObject([{ severity: 'warning', object }]);
});

it.each([
  'TABLE IF NOT EXISTS q(id)',
  'TABLE IF NOT EXISTS p(id INTEGER PRIMARY KEY)',
  "TABLE IF NOT EXISTS T ( [id] integer primary key, `v` varchar(20) default ('x') not null, p int references p, CHECK ((v)!='') )",
  'TABLE IF NOT EXISTS p(id INTEGER PRIMARY KEY, code TEXT UNIQUE)',
  'INDEX IF NOT EXISTS t_v ON t("v" ASC)',
  'INDEX IF NOT EXISTS p_code ON p(code)',
  'VIEW IF NOT EXISTS main.names AS select "v" from t -- same',
  'TRIGGER IF NOT EXISTS t_ai after insert ON t BEGIN DELETE FROM p WHERE id = new.p; END',
  'TEMP TABLE IF NOT EXISTS t(a)',
])('says nothing of CREATE %s', (create) => {
  expect(findings.after(OBJECTS, `CREATE ${create}`)).toEqual([]);
});

it('sees what the plan made itself, and forgets what was rolled back', () => {
  const twice = 'CREATE TABLE IF NOT EXISTS n(a);\nCREATE TABLE IF NOT EXISTS n(a, b);';
  expect(findings.after(OBJECTS, twice)).toMatchObject([{ table: 'n', location: { line: 2 } }]);
  const undone = `BEGIN; ${twice} ROLLBACK;`;
  expect(findings.after(OBJECTS, undone, { profile: 'plain' })).toMatchObject([
    { message: expect.stringMatching(/ROLLBACK|taken back|rolled back/i) },
  ]);
});

it('mentions DROP … IF EXISTS that meets nothing, unless the name is made afterwards', () => {
  expect(findings.after(OBJECTS, 'DROP INDEX IF EXISTS t_w')).toMatchObject([
    { severity: 'notice', object: 't_w' },
  ]);
  expect(findings.after(OBJECTS, 'DROP TABLE IF EXISTS n; CREATE TABLE n(a)')).toEqual([]);
  expect(findings.after(OBJECTS, 'DROP VIEW IF EXISTS names')).toEqual([]);
});

const SCHEMA = `CREATE TABLE contracts(id INTEGER PRIMARY KEY, currency TEXT, signed INT);
  INSERT INTO contracts VALUES (1, 'EUR', 0), (2, 'EURO', 1), (3, 'EURO', 1);`;
const guard = (event: string, when = '') =>
  `CREATE TRIGGER locked BEFORE ${event} ON contracts ${when} BEGIN SELECT RAISE(IGNORE); END;`;
const FIX = "SELECT 1;\nUPDATE contracts SET currency = 'EUR' WHERE currency = 'EURO';";

describe('a file that takes itself back', () => {
  it.each([
    ['all of it', 'BEGIN; CREATE TABLE n(a); ALTER TABLE contracts ADD COLUMN x;\nROLLBACK;', 2, 2],
    ['to a savepoint', 'SAVEPOINT s; DELETE FROM contracts;\nROLLBACK TO s; RELEASE s;', 1, 2],
    [
      'one part of it',
      'CREATE TABLE n(a);\nBEGIN IMMEDIATE; INSERT INTO contracts(id) VALUES (9);\nROLLBACK TRANSACTION;',
      1,
      3,
    ],
  ])('is warned of: %s', (_, sql, count, line) => {
    expect(findings.after(SCHEMA, sql)).toMatchObject([
      { severity: 'warning', count, location: { file: 'm/0001.sql', line } },
    ]);
  });

  it('is none where the trial is followed by the act, or nothing was written', () => {
    const act = 'ALTER TABLE contracts ADD COLUMN x; UPDATE contracts SET x = 1;';
    expect(findings.after(SCHEMA, `BEGIN; ${act} ROLLBACK; BEGIN; ${act} COMMIT;`)).toEqual([]);
    expect(findings.after(SCHEMA, 'BEGIN; SELECT 1; DELETE FROM contracts WHERE id = 99; ROLLBACK;')).toEqual(
      [],
    );
    expect(findings.after(SCHEMA, `BEGIN; ${act} COMMIT;`)).toEqual([]);
    expect(findings.after(SCHEMA, `BEGIN; ${act}`)).toEqual([]);
  });
});

describe('rows that a trigger passes over', () => {
  it.each([
    ['UPDATE', guard('UPDATE', 'WHEN OLD.signed = 1'), FIX, 2],
    ['UPDATE OF', guard('UPDATE OF currency'), FIX, 2],
    ['DELETE', guard('DELETE'), 'SELECT 1;\nDELETE FROM contracts AS c WHERE c.signed = 1;', 2],
    [
      'INSERT of rows',
      guard('INSERT'),
      'SELECT 1;\nINSERT INTO contracts(id, signed) VALUES (8, 1), (9, 0);',
      2,
    ],
    [
      'INSERT of a SELECT',
      guard('INSERT'),
      'SELECT 1;\nINSERT INTO contracts SELECT id + 10, currency, signed FROM contracts;',
      3,
    ],
    [
      'an UPDATE with a common table',
      guard('UPDATE'),
      'SELECT 1;\nWITH w AS (SELECT 2 AS id) UPDATE contracts SET currency = NULL WHERE id IN (SELECT id FROM w);',
      1,
    ],
    [
      'an UPDATE with FROM',
      guard('UPDATE'),
      'SELECT 1;\nUPDATE contracts SET currency = v.c FROM (SELECT 2 AS id, 1 AS c) AS v WHERE v.id = contracts.id;',
      1,
    ],
  ])('are a warning where none is left: %s', (_, trigger, sql, count) => {
    expect(findings.after(SCHEMA + trigger, sql)).toMatchObject([
      { severity: 'warning', table: 'contracts', object: 'locked', count, location: { line: 2 } },
    ]);
  });

  it('are a notice where some are touched', () => {
    const some = guard('UPDATE', 'WHEN OLD.id = 2');
    expect(findings.after(SCHEMA + some, FIX)).toMatchObject([
      { severity: 'notice', count: 1, message: expect.stringContaining('1 of 2 rows') },
    ]);
  });

  it('are none where the statement meets no row, the trigger lets all through, or is another one', () => {
    expect(
      findings.after(SCHEMA + guard('UPDATE'), 'UPDATE contracts SET signed = 1 WHERE id = 99;'),
    ).toEqual([]);
    expect(findings.after(SCHEMA + guard('UPDATE', 'WHEN OLD.id = 99'), FIX)).toEqual([]);
    expect(findings.after(SCHEMA + guard('DELETE'), FIX)).toEqual([]);
    expect(
      findings.after(SCHEMA + guard('UPDATE'), `DROP TRIGGER locked; ${FIX} ${guard('UPDATE')}`),
    ).toEqual([]);
    expect(
      findings.after(
        SCHEMA + guard('INSERT', 'WHEN NEW.id = 99'),
        'INSERT OR IGNORE INTO contracts(id) VALUES (1);',
      ),
    ).toEqual([]);
  });
});
