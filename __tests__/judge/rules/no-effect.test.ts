import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('no-effect');

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
