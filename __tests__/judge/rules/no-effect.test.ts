import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('no-effect');

const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, v TEXT NOT NULL DEFAULT 'x' CHECK (v <> ''), p INTEGER REFERENCES p(id));
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
  expect(findings.after(SCHEMA, `SELECT 1;\nCREATE ${create}`)).toEqual([
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
  expect(findings.after(SCHEMA, `CREATE ${create}`)).toMatchObject([{ severity: 'warning', object }]);
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
  expect(findings.after(SCHEMA, `CREATE ${create}`)).toEqual([]);
});

it('sees what the plan made itself, and forgets what was rolled back', () => {
  const twice = 'CREATE TABLE IF NOT EXISTS n(a);\nCREATE TABLE IF NOT EXISTS n(a, b);';
  expect(findings.after(SCHEMA, twice)).toMatchObject([{ table: 'n', location: { line: 2 } }]);
  const undone = `BEGIN; ${twice} ROLLBACK;`;
  expect(findings.after(SCHEMA, undone, { profile: 'plain' })).toEqual([]);
});

it('mentions DROP … IF EXISTS that meets nothing, unless the name is made afterwards', () => {
  expect(findings.after(SCHEMA, 'DROP INDEX IF EXISTS t_w')).toMatchObject([
    { severity: 'notice', object: 't_w' },
  ]);
  expect(findings.after(SCHEMA, 'DROP TABLE IF EXISTS n; CREATE TABLE n(a)')).toEqual([]);
  expect(findings.after(SCHEMA, 'DROP VIEW IF EXISTS names')).toEqual([]);
});
