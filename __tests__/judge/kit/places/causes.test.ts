import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../../src/facts/finding.ts';
import { judged, measured } from '../../../support/preflight.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY, name TEXT);
  CREATE TABLE c(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id), v TEXT NOT NULL, w);
  CREATE INDEX i ON c(v); CREATE VIEW s AS SELECT id FROM c; CREATE TRIGGER t AFTER INSERT ON c BEGIN SELECT 1; END;
  INSERT INTO p VALUES (1, 'one'), (2, 'two');
  INSERT INTO c VALUES (10, 1, 'a', 1), (20, 2, 'b', 2), (30, 2, 'c', 3);`;

const noise = ["UPDATE c SET v = v;\nDELETE FROM c WHERE id = 99;\nREPLACE INTO p VALUES (1, 'one');"];

/** Rules with the place of each of their findings, over two files of which the first changes nothing. */
function places(sql: string): Record<string, string> {
  const { findings } = judged(measured(folder, SCHEMA, [...noise, sql]));
  return Object.fromEntries(findings.flatMap(placed));
}

function placed({ rule, location }: Finding): [string, string][] {
  return location === undefined ? [] : [[rule, `${location.file}:${location.line ?? ''}`]];
}

describe('a finding has the file and line that did it', () => {
  it.each([
    ['rows-lost', 'CREATE TABLE x(a);\nDELETE FROM c WHERE id = 10;', 2],
    ['rows-replaced', '\nUPDATE c SET id = id + 100 WHERE id = 30;', 2],
    ['values-cleared', 'UPDATE c SET v = v;\n\nUPDATE c SET w = NULL WHERE id = 10;', 3],
    ['values-changed', "UPDATE c SET v = v;\nUPDATE c SET v = 'x' WHERE id = 10;", 2],
    ['values-retyped', "UPDATE c SET v = v;\nUPDATE c SET w = 'x' WHERE id = 10;", 2],
    ['table-dropped', 'DROP VIEW s;\nDROP TABLE c;', 2],
    ['column-dropped', 'CREATE TABLE x(a);\nALTER TABLE c DROP COLUMN w;', 2],
    ['view-lost', 'CREATE TABLE x(a);\nDROP VIEW s;', 2],
    ['orphans-introduced', 'UPDATE c SET v = v;\nDELETE FROM p WHERE id = 2;\nUPDATE c SET v = v;', 2],
  ])('%s', (rule, sql, line) => {
    expect(places(sql)[rule]).toBe(`m/0002.sql:${line}`);
  });

  it('in a rebuild: the CREATE that forgets, the copy that loses, the DROP that takes along', () => {
    const sql = `CREATE TABLE c_new(id INTEGER PRIMARY KEY, p INTEGER, v TEXT, w);
INSERT INTO c_new SELECT * FROM c WHERE id > 10;
DROP VIEW s;
DROP TABLE c;
ALTER TABLE c_new RENAME TO c;
CREATE VIEW s AS SELECT id FROM c;`;
    expect(places(sql)).toMatchObject({
      'constraint-lost': 'm/0002.sql:1',
      'foreign-key-changed': 'm/0002.sql:1',
      'rows-lost': 'm/0002.sql:2',
      'index-lost': 'm/0002.sql:4',
      'trigger-lost': 'm/0002.sql:4',
    });
  });

  it('the first of several', () => {
    const sql = "UPDATE c SET v = 'x' WHERE id = 10;\nUPDATE c SET w = 5 WHERE id = 20;";
    expect(places(sql)['values-changed']).toBe('m/0002.sql:1');
  });

  it('and where no replay found it, what the names of the statements tell', () => {
    const facts = measured(
      folder,
      SCHEMA,
      'CREATE TABLE x(a);\nDELETE FROM c WHERE id = 10;\nDELETE FROM c WHERE id = 99;',
    );
    delete facts.changes?.causes;
    const lost = judged(facts).findings.find(({ rule }) => rule === 'rows-lost');
    expect(lost?.location).toEqual({ file: 'm/0001.sql' });
  });
});

describe('values that a copy changes', () => {
  it('are an error also where an UPDATE of the table changed nothing', () => {
    const sql = `CREATE TABLE c_new(id INTEGER PRIMARY KEY, p INTEGER REFERENCES p(id), w, v TEXT NOT NULL);
INSERT INTO c_new SELECT * FROM c;\nDROP VIEW s;\nDROP TABLE c;\nALTER TABLE c_new RENAME TO c;`;
    const { findings } = judged(
      measured(folder, SCHEMA.replaceAll(/, ([123])\)/g, ", 'w$1')"), [...noise, sql]),
    );
    expect(findings.find(({ rule }) => rule === 'values-changed')).toMatchObject({
      severity: 'error',
      location: { file: 'm/0002.sql', line: 2 },
    });
  });
});
