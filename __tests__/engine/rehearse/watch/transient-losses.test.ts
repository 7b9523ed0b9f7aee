import { describe, expect, it } from '@jest/globals';
import { measured } from '../../../support/preflight.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const folder = scratchFolder();
const SCHEMA = `CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1), (2);
  CREATE TABLE Child(p REFERENCES p(id) ON DELETE CASCADE);`;
const FILL = 'INSERT INTO child SELECT id FROM p;';

/** With foreign keys on, each statement by itself. */
const lost = (migration: string, schema = SCHEMA) =>
  measured(folder, schema, migration, { profile: 'autocommit-fk-on' }).rehearsal.transientLosses;

describe('rows that are lost on the way', () => {
  it('are counted at the statement that takes them from a table that it does not name', () => {
    expect(lost(`${FILL} DELETE FROM p WHERE id = 1;`)).toEqual([
      { table: 'Child', rows: 1, of: 2, now: 1, statement: 1 },
    ]);
    expect(lost(`${FILL} DROP TABLE p;`)).toEqual([{ table: 'Child', rows: 2, of: 2, now: 0, statement: 1 }]);
    expect(lost(`${FILL} REPLACE INTO p VALUES (2);`)).toEqual([
      { table: 'Child', rows: 1, of: 2, now: 1, statement: 1 },
    ]);
  });

  it('are followed into a table with another name', () => {
    const renamed = `CREATE TABLE n(p REFERENCES p(id) ON DELETE CASCADE); INSERT INTO n SELECT id FROM p;
      ALTER TABLE n RENAME TO m; DELETE FROM p;`;
    expect(lost(renamed)).toEqual([{ table: 'm', rows: 2, of: 2, now: 0, statement: 3 }]);
  });

  it('are not those that were there before, nor those that a statement deletes by name', () => {
    expect(lost('DELETE FROM p;', `${SCHEMA} ${FILL}`)).toBeUndefined();
    expect(lost(`${FILL} DELETE FROM child;`)).toBeUndefined();
    expect(lost(`${FILL} DELETE FROM p WHERE id = 7;`)).toBeUndefined();
  });

  it('are not lost where foreign keys are off, or where it was taken back', () => {
    expect(lost(`${FILL} PRAGMA foreign_keys=OFF; DELETE FROM p;`)).toBeUndefined();
    expect(lost(`${FILL} BEGIN; DELETE FROM p; ROLLBACK;`)).toBeUndefined();
    expect(lost(`${FILL} BEGIN; SAVEPOINT s; DELETE FROM p; ROLLBACK TO s; COMMIT;`)).toBeUndefined();
    expect(lost(`${FILL} PRAGMA foreign_keys=OFF; PRAGMA foreign_keys=ON; DELETE FROM p;`)).toHaveLength(1);
  });

  it('are seen where a trigger made and another one took them', () => {
    const schema = `CREATE TABLE a(x); CREATE TABLE b(x); CREATE TABLE log(x);
      CREATE TRIGGER g AFTER INSERT ON a BEGIN INSERT INTO log VALUES (new.x); END;
      CREATE TRIGGER h AFTER INSERT ON b BEGIN DELETE FROM log WHERE x = new.x; END;`;
    expect(lost('INSERT INTO a VALUES (1), (2); INSERT INTO b VALUES (2);', schema)).toEqual([
      { table: 'log', rows: 1, of: 2, now: 1, statement: 1 },
    ]);
  });
});

describe('values that are lost on the way', () => {
  const linked = (
    reference: string,
    more = '',
  ) => `CREATE TABLE p(id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1), (2), (3);
    CREATE TABLE Child(id INTEGER PRIMARY KEY, Link INTEGER ${reference}${more}); INSERT INTO child(id) VALUES (1), (2);`;
  const FILLED = 'UPDATE child SET link = id;';

  it('are counted at the statement that erases them, by deleting or by moving what they refer to', () => {
    const schema = linked('REFERENCES p(id) ON DELETE SET NULL ON UPDATE SET NULL');
    const one = { table: 'Child', column: 'Link', rows: 1, of: 2, now: 1, statement: 1 };
    expect(lost(`${FILLED} DELETE FROM p WHERE id = 1;`, schema)).toEqual([one]);
    expect(lost(`${FILLED} UPDATE p SET id = 9 WHERE id = 1;`, schema)).toEqual([one]);
    expect(lost(`${FILLED} DROP TABLE p;`, schema)).toEqual([{ ...one, rows: 2, now: 0 }]);
    expect(lost(`${FILLED} INSERT INTO p VALUES (4);`, schema)).toBeUndefined();
    expect(lost('DELETE FROM p;', `${schema} ${FILLED}`)).toBeUndefined();
    expect(lost(`${FILLED} PRAGMA foreign_keys=OFF; DELETE FROM p;`, schema)).toBeUndefined();
  });

  it('are those that go back to their default, too', () => {
    const schema = linked('DEFAULT 3 REFERENCES p(id) ON DELETE SET DEFAULT');
    expect(lost(`${FILLED} DELETE FROM p WHERE id = 2;`, schema)).toMatchObject([
      { column: 'Link', rows: 1, of: 2 },
    ]);
    expect(lost('UPDATE child SET link = 3; DELETE FROM p WHERE id = 2;', schema)).toBeUndefined();
  });

  it('are followed under another name, and are no longer lost where they came back', () => {
    const schema = linked('REFERENCES p(id) ON DELETE SET NULL');
    const renamed = 'ALTER TABLE child RENAME COLUMN link TO parent; ALTER TABLE child RENAME TO kid;';
    const told = { table: 'kid', column: 'parent', rows: 2, of: 2, statement: 1 };
    expect(lost(`${FILLED} DELETE FROM p WHERE id < 3; ${renamed}`, schema)).toEqual([{ ...told, now: 0 }]);
    const back = 'UPDATE kid SET parent = 3;';
    expect(lost(`${FILLED} DELETE FROM p WHERE id < 3; ${renamed} ${back}`, schema)).toEqual([
      { ...told, now: 2 },
    ]);
    expect(lost(`${FILLED} DELETE FROM p; DROP TABLE child;`, schema)).toBeUndefined();
  });

  it('are not those that went with their rows', () => {
    const both = linked(
      'REFERENCES p(id) ON DELETE SET NULL',
      ', Owner INTEGER REFERENCES p(id) ON DELETE CASCADE',
    );
    expect(lost(`UPDATE child SET link = id, owner = id; DELETE FROM p WHERE id = 1;`, both)).toEqual([
      { table: 'Child', rows: 1, of: 2, now: 1, statement: 1 },
    ]);
  });
});
