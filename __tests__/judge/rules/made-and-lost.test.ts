import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('made-and-lost');

const SCHEMA = `CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT); INSERT INTO customers(id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c');
  CREATE TABLE log(id INTEGER PRIMARY KEY, what);`;
const MADE = 'ALTER TABLE customers ADD COLUMN segment TEXT; UPDATE customers SET segment = name;';
const rebuild = (columns: string, copied: string, from = copied) =>
  `CREATE TABLE customers_new(id INTEGER PRIMARY KEY, ${columns});
INSERT INTO customers_new(${copied}) SELECT ${from} FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;`;
const FORGETFUL = rebuild('name TEXT NOT NULL, note TEXT, email TEXT', 'id, name, note');
const AFTER_IT = { file: 'm/0002.sql', line: 3 };

describe('warns of what a later rebuild forgets', () => {
  it.each([
    ['a column', MADE, { table: 'customers', columns: ['segment'] }],
    [
      'a column that another rebuild made',
      rebuild('name, note, segment', 'id, name, note, segment', "id, name, note, 'x'"),
      { columns: ['segment'] },
    ],
    ['an index', 'CREATE INDEX by_name ON customers(name);', { object: 'by_name' }],
    [
      'a unique index, partial',
      'CREATE UNIQUE INDEX IF NOT EXISTS "by name" ON "Customers"(name) WHERE note IS NULL;',
      { object: 'by name' },
    ],
    [
      'a trigger',
      'CREATE TRIGGER audit AFTER INSERT ON customers BEGIN INSERT INTO log(what) VALUES (new.id); END;',
      { object: 'audit' },
    ],
    [
      'a trigger on some columns',
      'CREATE TRIGGER audit BEFORE UPDATE OF name, note ON customers BEGIN SELECT 1; END;',
      { object: 'audit' },
    ],
    [
      'values of a column that was there',
      "UPDATE customers SET note = 'n' WHERE id < 3;",
      { columns: ['note'], count: 2 },
    ],
  ])('%s', (what, made, subject) => {
    const forgetful = what.startsWith('values') ? rebuild('name, note, email', 'id, name') : FORGETFUL;
    expect(findings.after(SCHEMA, [made, forgetful])).toMatchObject([
      { severity: 'warning', location: AFTER_IT, ...subject },
    ]);
  });

  it('in one file as in two, under a name that was set aside, and with an old table that is dropped last', () => {
    const aside = `${MADE} ALTER TABLE customers RENAME TO customers_old; CREATE TABLE customers(id INTEGER PRIMARY KEY, name, note);
      INSERT INTO customers(id, name, note) SELECT id, name, note FROM customers_old;\nDROP TABLE customers_old;`;
    expect(findings.after(SCHEMA, aside)).toMatchObject([
      { table: 'customers', columns: ['segment'], location: { line: 3 } },
    ]);
  });

  it('of a new table: its column, its values and all of its rows', () => {
    const made =
      "CREATE TABLE plans(id INTEGER PRIMARY KEY, name TEXT, price INT);\nINSERT INTO plans(id, name, price) VALUES (1, 'a', 5), (2, 'b', 6);";
    const again = (columns: string, copied: string) =>
      `CREATE TABLE p2(id INTEGER PRIMARY KEY, ${columns});${copied} DROP TABLE plans; ALTER TABLE p2 RENAME TO plans;`;
    const lostIn = (columns: string, copied: string) =>
      findings.after(SCHEMA, [made, again(columns, copied)]);
    expect(lostIn('name TEXT', 'INSERT INTO p2(id, name) SELECT id, name FROM plans;')).toMatchObject([
      { table: 'plans', columns: ['price'] },
    ]);
    expect(
      lostIn('name TEXT, price INT', 'INSERT INTO p2(id, name) SELECT id, name FROM plans;'),
    ).toMatchObject([{ columns: ['price'], count: 2 }]);
    expect(lostIn('name TEXT, price INT', '')).toMatchObject([{ table: 'plans', count: 2 }]);
    expect(lostIn('name TEXT, price INT', 'INSERT INTO p2 SELECT * FROM plans;')).toEqual([]);
  });
});

describe('says nothing of', () => {
  const quiet = (...files: string[]) => expect(findings.after(SCHEMA, files)).toEqual([]);

  it('what is made once and stays, or is made again', () => {
    quiet(MADE, rebuild('name TEXT, note TEXT, segment TEXT', 'id, name, note, segment'));
    quiet(
      'CREATE INDEX by_name ON customers(name);',
      `${FORGETFUL} CREATE INDEX by_name ON customers(name);`,
    );
    quiet(
      'CREATE INDEX by_name ON customers(name);',
      `${FORGETFUL} CREATE INDEX customers_by_name ON customers(name);`,
    );
    quiet(
      'CREATE UNIQUE INDEX by_name ON customers(name);',
      rebuild('name TEXT UNIQUE, note, email', 'id, name, note'),
    );
    quiet(
      'CREATE TRIGGER g AFTER INSERT ON customers BEGIN SELECT 1; END;',
      `${FORGETFUL} CREATE TRIGGER g2 AFTER INSERT ON customers BEGIN SELECT 1; END;`,
    );
    quiet(FORGETFUL);
    quiet(
      FORGETFUL,
      FORGETFUL.replace('email TEXT', 'email TEXT, phone TEXT').replaceAll(
        'id, name, note',
        'id, name, note, email',
      ),
    );
  });

  it('what a statement drops or renames by name', () => {
    quiet(MADE, `ALTER TABLE customers DROP COLUMN segment; ${FORGETFUL}`);
    quiet('CREATE INDEX by_name ON customers(name);', `DROP INDEX by_name; ${FORGETFUL}`);
    quiet(
      'CREATE TRIGGER g AFTER INSERT ON customers BEGIN SELECT 1; END;',
      `${FORGETFUL} DROP TRIGGER IF EXISTS g;`,
    );
    quiet(
      `${MADE} ALTER TABLE customers RENAME COLUMN segment TO tier;`,
      rebuild('name, note, tier', 'id, name, note, tier'),
    );
  });

  it('a helper that the copy reads', () => {
    quiet(
      `${MADE} ${rebuild('name TEXT, note TEXT, tier TEXT', 'id, name, note, tier', "id, name, note, coalesce(segment, 'x')")}`,
    );
    quiet(
      `${MADE} CREATE TABLE customers_new AS SELECT id, name, note, segment AS tier FROM customers; DROP TABLE customers; ALTER TABLE customers_new RENAME TO customers;`,
    );
  });

  it('tables that were only there for the work', () => {
    quiet('CREATE TABLE tmp AS SELECT * FROM customers; CREATE INDEX tmp_i ON tmp(name); DROP TABLE tmp;');
    quiet(
      'CREATE TABLE w(a, b); INSERT INTO w VALUES (1, 2); DROP TABLE w; CREATE TABLE w(a); INSERT INTO w VALUES (1); DROP TABLE w;',
    );
    quiet(MADE, `BEGIN; ${FORGETFUL} ROLLBACK;`);
  });

  it('what was there before, which other rules tell', () => {
    const indexed = `${SCHEMA} CREATE INDEX old ON customers(name);`;
    expect(findings.after(indexed, FORGETFUL)).toEqual([]);
    expect(findings.after(SCHEMA, rebuild('name TEXT', 'id, name'))).toEqual([]);
  });

  it('values that are written again afterwards', () => {
    quiet(
      "UPDATE customers SET note = 'n';",
      `${rebuild('name, note', 'id, name')} UPDATE customers SET note = 'm';`,
    );
  });
});
