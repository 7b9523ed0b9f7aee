import { describe, expect, it } from '@jest/globals';
import { forRule, judged, measured } from '../../support/preflight.ts';
import { scratchFolder } from '../../support/scratch.ts';

const findings = forRule('renamed');
const folder = scratchFolder();

const SCHEMA = 'CREATE TABLE t(a); INSERT INTO t VALUES (1);';

it('mentions tables and columns under their new names', () => {
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u;\nALTER TABLE u RENAME a TO b;')).toMatchObject([
    { table: 'u', columns: ['b'], message: 'u.a is u.b now.', location: { file: 'm/0001.sql', line: 2 } },
    { severity: 'notice', table: 'u', message: 't is u now.', location: { file: 'm/0001.sql', line: 1 } },
  ]);
  expect(findings.after(SCHEMA, 'ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO t;')).toEqual([]);
});

it('warns of columns that exchange their names, and not of one that is set aside', () => {
  const two = 'CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, c); INSERT INTO t VALUES (1, 2, 3, 4);';
  const rename = (...names: string[]) =>
    names.map((pair) => `ALTER TABLE t RENAME COLUMN ${pair.replace(' ', ' TO ')};`).join('\n');
  const told = (...names: string[]) =>
    findings.after(two, rename(...names)).map(({ severity, columns }) => `${severity} ${columns}`);
  expect(told('a x', 'b a', 'x b').sort()).toEqual(['warning a', 'warning b']);
  expect(told('a x', 'b a', 'c b', 'x c').sort()).toEqual(['warning a', 'warning b', 'warning c']);
  expect(told('a old', 'b a').sort()).toEqual(['notice a', 'notice old']);
  expect(told('a A')).not.toContain('warning A');
  const [first] = findings.after(two, rename('a x', 'b a', 'x b'));
  expect(first).toMatchObject({ title: 'Columns have exchanged their names', table: 't' });
});

describe('a rename that only the content tells', () => {
  const ROWS = `CREATE TABLE t(id INTEGER PRIMARY KEY, mail TEXT, note TEXT);
    INSERT INTO t VALUES (1, 'a@x', NULL), (2, NULL, 'n'), (3, 'c@x', NULL);`;
  const rebuild = (columns: string, select: string) =>
    `CREATE TABLE n(${columns}); INSERT INTO n SELECT ${select} FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;
  const all = (sql: string, schema = ROWS) =>
    judged(measured(folder, schema, sql)).findings.map(({ rule, table, columns = [] }) =>
      [rule, table, ...columns].join(' '),
    );

  it('follows a column of a rebuild, the key too', () => {
    const sql = rebuild('id INTEGER PRIMARY KEY, email TEXT, note TEXT', 'id, mail, note');
    expect(all(sql)).toEqual(['not-atomic ', 'renamed t email']);
    expect(all(rebuild('uid INTEGER PRIMARY KEY, mail TEXT, note TEXT', '*'))).toEqual([
      'not-atomic ',
      'renamed t uid',
    ]);
  });

  it('follows a column that was added, filled and dropped under its old name', () => {
    const sql =
      'ALTER TABLE t ADD COLUMN email TEXT; UPDATE t SET email = mail; ALTER TABLE t DROP COLUMN mail;';
    expect(all(sql)).toContain('renamed t email');
    const off = sql.replace('email = mail', 'email = mail WHERE id < 3');
    expect(all(off)).toContain('column-dropped t mail');
    expect(all(off)).not.toContain('renamed t email');
  });

  it.each([
    ['one column', 'id INTEGER PRIMARY KEY, mail TEXT, remark TEXT', 'SELECT * FROM t'],
    [
      'two columns, in another order',
      'note2 TEXT, id INTEGER PRIMARY KEY, email TEXT, x',
      'SELECT note, id, mail, 1 FROM t',
    ],
    ['its key', 'uid INTEGER PRIMARY KEY, mail TEXT, note TEXT', 'SELECT * FROM t'],
  ])('follows a table together with another name of %s', (_, columns, select) => {
    const found = all(`CREATE TABLE u(${columns}); INSERT INTO u ${select}; DROP TABLE t;`);
    expect(found).toContain('renamed u');
    expect(found.join()).not.toMatch(/dropped|lost|cleared/);
  });

  it.each([
    [
      'a value is another one',
      'id INTEGER PRIMARY KEY, mail TEXT, remark TEXT',
      "SELECT id, mail, coalesce(note, 'n') FROM t",
    ],
    ['a column was left out', 'id INTEGER PRIMARY KEY, mail TEXT', 'SELECT id, mail FROM t'],
    [
      'nothing but the keys are the same',
      'id INTEGER PRIMARY KEY, a TEXT, b TEXT',
      "SELECT id, 'x' || id, 'y' FROM t",
    ],
  ])('follows no table where %s', (_, columns, select) => {
    const found = all(`CREATE TABLE u(${columns}); INSERT INTO u ${select}; DROP TABLE t;`);
    expect(found).not.toContain('renamed u');
    expect(found).toContain('table-dropped t');
  });

  it('follows no column that has two successors, and none that holds nothing', () => {
    const sql = rebuild('id INTEGER PRIMARY KEY, note TEXT, e1 TEXT, e2 TEXT', 'id, note, mail, mail');
    expect(all(sql)).toEqual(['moved t mail', 'not-atomic ']);
    const empty = 'CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, NULL);';
    expect(all('ALTER TABLE t ADD COLUMN b; ALTER TABLE t DROP COLUMN a;', empty)).toContain(
      'column-dropped t a',
    );
  });

  const FLAGS = `CREATE TABLE t(id INTEGER PRIMARY KEY, off INTEGER NOT NULL DEFAULT 0, beta INTEGER);
    INSERT INTO t VALUES (1, 0, 0), (2, 0, 0);`;

  it('follows a column of one value only where a statement copies it', () => {
    const add = 'ALTER TABLE t ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;';
    expect(all(`${add} ALTER TABLE t DROP COLUMN off;`, FLAGS)).toContain('column-dropped t off');
    expect(all(`${add} UPDATE t SET gone = off; ALTER TABLE t DROP COLUMN off;`, FLAGS)).toContain(
      'renamed t gone',
    );
    const columns = 'id INTEGER PRIMARY KEY, gone INTEGER NOT NULL DEFAULT 0, beta INTEGER';
    expect(all(rebuild(columns, 'id, off, beta'), FLAGS)).toEqual(['not-atomic ', 'renamed t gone']);
    expect(all(rebuild(columns, '*'), FLAGS)).toEqual(['not-atomic ', 'renamed t gone']);
    expect(all(rebuild(columns, 'id, 0, beta'), FLAGS)).toEqual(['column-dropped t off', 'not-atomic ']);
  });

  it('follows it over a copy of the table and back, and through CREATE TABLE … AS', () => {
    const back = `CREATE TABLE backup(id INTEGER PRIMARY KEY, gone, beta); INSERT INTO backup SELECT id, off AS gone, beta FROM t;
      DROP TABLE t; CREATE TABLE t(id INTEGER PRIMARY KEY, gone INTEGER, beta INTEGER);
      INSERT INTO t SELECT id, gone, beta FROM backup; DROP TABLE backup;`;
    expect(all(back, FLAGS)).toContain('renamed t gone');
    const as =
      'CREATE TABLE n AS SELECT id, off AS gone, beta FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;';
    expect(all(as, FLAGS)).toContain('renamed t gone');
    expect(all(as.replace('off AS gone', '0 AS gone'), FLAGS)).toContain('column-dropped t off');
  });

  it('follows each of several equal columns, as the statement says or in their order', () => {
    const columns = 'id INTEGER PRIMARY KEY, on_beta INTEGER, gone INTEGER';
    const swapped = measured(folder, FLAGS, rebuild(columns, 'id, beta, off')).changes?.renames;
    expect(swapped?.map(({ from, to }) => `${from} ${to}`)).toEqual(['off gone', 'beta on_beta']);
    const twice = FLAGS.replace('(2, 0, 0)', '(2, 1, 1)');
    const unread = measured(folder, twice, rebuild(columns, 'id, abs(beta), abs(off)')).changes?.renames;
    expect(unread?.map(({ from, to }) => `${from} ${to}`)).toEqual(['off on_beta', 'beta gone']);
  });

  it('tells storage classes apart', () => {
    const sql = rebuild('id INTEGER PRIMARY KEY, mail TEXT, memo TEXT', 'id, mail, CAST(note AS BLOB)');
    expect(all(sql)).toContain('column-dropped t note');
  });

  it('follows a table that was copied under another name', () => {
    const copy =
      'CREATE TABLE people(id INTEGER PRIMARY KEY, mail TEXT, note TEXT); INSERT INTO people SELECT * FROM t;';
    expect(all(`${copy} DROP TABLE t;`)).toEqual(['not-atomic ', 'renamed people']);
    expect(all(`${copy} UPDATE people SET note = 'x' WHERE id = 1; DROP TABLE t;`)).toContain(
      'table-dropped t',
    );
    expect(all(`${copy} CREATE TABLE twin AS SELECT * FROM t; DROP TABLE t;`)).toContain('moved t');
  });
});

describe('a rename and a rebuild in one migration', () => {
  const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'y');`;
  const renames = (sql: string, schema = SCHEMA) => {
    const { renames: found = [], objects = [] } = measured(folder, schema, sql).changes ?? {};
    const gone = objects.filter(({ change }) => change === 'removed').map(({ name }) => `${name} gone`);
    return [...found.map(({ from, to }) => `${from} ${to}`), ...gone];
  };
  const rebuilt = (name: string, column: string) =>
    `CREATE TABLE n(id INTEGER PRIMARY KEY, ${column} TEXT); INSERT INTO n SELECT * FROM ${name}; DROP TABLE ${name}; ALTER TABLE n RENAME TO ${name};`;

  it('is followed in every order, and more than once', () => {
    const column = 'ALTER TABLE u RENAME COLUMN a TO b;';
    const table = 'ALTER TABLE t RENAME TO u;';
    const change = "UPDATE u SET b = b || '!';";
    expect(renames(`${table} ${column} ${change} ${rebuilt('u', 'b')}`)).toEqual(['t u', 'a b']);
    expect(renames(`${rebuilt('t', 'a')} ${table} ${column} ${change}`)).toEqual(['t u', 'a b']);
    expect(
      renames(
        `${rebuilt('t', 'a')} ${table} ${column} ${change} ${rebuilt('u', 'b')} ALTER TABLE u RENAME b TO c;`,
      ),
    ).toEqual(['t u', 'a c']);
    expect(renames(`${table} DROP TABLE u; CREATE TABLE u(id INTEGER PRIMARY KEY, a TEXT);`)).toEqual([
      't u',
    ]);
  });

  it('takes the table that a new one copied, not one whose name it had on the way', () => {
    const left = `${SCHEMA} CREATE TABLE n(z); INSERT INTO n VALUES (1);`;
    expect(renames(`DROP TABLE n; ${rebuilt('t', 'a')}`, left)).toEqual(['n gone']);
    expect(renames(`DROP TABLE n; ${rebuilt('t', 'a')} ALTER TABLE t RENAME TO n;`, left)).toEqual([
      't n',
      'n gone',
    ]);
  });

  it('takes the later table where the former one is set aside', () => {
    const aside = `ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO u_old;
      CREATE TABLE u(id INTEGER PRIMARY KEY, a TEXT); INSERT INTO u SELECT * FROM u_old;`;
    expect(renames(aside)).toEqual(['t u']);
  });

  it('is not led in a circle by two new tables that swap their names', () => {
    const swap = `CREATE TABLE p(x); CREATE TABLE q(y); ALTER TABLE p RENAME TO r; ALTER TABLE q RENAME TO p;
      ALTER TABLE r RENAME TO q;`;
    expect(renames(swap)).toEqual([]);
  });
});
