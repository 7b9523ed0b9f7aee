import { expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('trigger-lost');

const TRIGGER = 'CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE u SET n = n + 1; END;';
const SCHEMA = `CREATE TABLE t(a); CREATE TABLE u(n); ${TRIGGER}`;
const REBUILD = 'CREATE TABLE n(a); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;';

it('is an error for a trigger that vanished in a rebuild, in a table with no other change', () => {
  expect(findings.after(SCHEMA, REBUILD)).toMatchObject([{ severity: 'error', object: 'g', table: 't' }]);
  expect(findings.after(SCHEMA, `${REBUILD} ${TRIGGER}`)).toEqual([]);
});

it('is a warning for one that is dropped by name, and nothing for one made again in other words', () => {
  expect(findings.after(SCHEMA, 'DROP TRIGGER g')).toMatchObject([
    { severity: 'warning', location: { line: 1 } },
  ]);
  expect(
    findings.after(SCHEMA, 'DROP TRIGGER g; CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;'),
  ).toEqual([]);
});

it('is covered by table-dropped where the table is gone', () => {
  expect(findings.after(SCHEMA, 'DROP TABLE t')).toEqual([]);
});

it('is covered by view-lost where the view that it watches is gone', () => {
  const schema = `CREATE TABLE t(a); CREATE VIEW v AS SELECT a FROM t;
    CREATE TRIGGER g INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a); END;`;
  expect(findings.after(schema, 'DROP VIEW v')).toEqual([]);
  expect(findings.after(schema, 'DROP VIEW v; CREATE VIEW v AS SELECT a FROM t')).toMatchObject([
    { severity: 'error', object: 'g', table: 'v' },
  ]);
});

it('is an error for UPDATE OF a column that is not there', () => {
  const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, price); CREATE TABLE log(id); INSERT INTO t VALUES (1, 5);
    CREATE TRIGGER g AFTER UPDATE OF price ON t BEGIN INSERT INTO log VALUES (new.id); END;`;
  const rebuild = (
    more: string,
  ) => `CREATE TABLE n(id INTEGER PRIMARY KEY, cents); INSERT INTO n SELECT id, price FROM t;
    DROP TABLE t; ALTER TABLE n RENAME TO t; CREATE TRIGGER g AFTER UPDATE OF ${more} ON t BEGIN INSERT INTO log VALUES (new.id); END;`;
  expect(findings.after(schema, rebuild('price'))).toMatchObject([
    {
      severity: 'error',
      object: 'g',
      message: 'g on t never fires: of UPDATE OF price there is no such column.',
      location: { line: 2 },
    },
  ]);
  expect(findings.after(schema, rebuild('CENTS'))).toEqual([]);
});

it('is a notice for one that others replace, under another name or in several', () => {
  const named = (name: string) => TRIGGER.replace('TRIGGER g', `TRIGGER ${name}`);
  expect(findings.after(SCHEMA, `DROP TRIGGER g; ${named('h')}`)).toMatchObject([
    { severity: 'notice', message: 'g on t is h now.' },
  ]);
  expect(findings.after(SCHEMA, `${REBUILD} ${named('h')}`)).toMatchObject([{ severity: 'notice' }]);
  const more = named('h').replace('n = n + 1', 'n = n + new.a');
  expect(findings.after(SCHEMA, `DROP TRIGGER g; ${more}`)).toMatchObject([
    { severity: 'notice', message: 'g on t is gone; h does what it did.' },
  ]);
  const other = named('h').replace('AFTER INSERT', 'AFTER DELETE');
  expect(findings.after(SCHEMA, `DROP TRIGGER g; ${other}`)).toMatchObject([{ severity: 'warning' }]);
});
