import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('view-changed');

const SHIPMENTS = `CREATE TABLE carriers(carrier_id INTEGER PRIMARY KEY, carrier TEXT);
  CREATE TABLE shipments(id INTEGER PRIMARY KEY, carrier_id INTEGER, weight INTEGER);
  INSERT INTO carriers VALUES (1, 'a'), (2, 'b'); INSERT INTO shipments VALUES (1, 1, 5), (2, 2, 6), (3, 2, 7);`;
const BOARD = 'CREATE VIEW board AS SELECT id, carrier, weight FROM shipments NATURAL JOIN carriers;';

describe('names that mean something else', () => {
  it('warns of a NATURAL JOIN that compares one more column', () => {
    const both = `ALTER TABLE carriers ADD COLUMN status DEFAULT 'active';\nALTER TABLE shipments ADD COLUMN status DEFAULT 'new';`;
    expect(findings.after(SHIPMENTS + BOARD, both)).toMatchObject([
      {
        severity: 'warning',
        object: 'board',
        count: 3,
        location: { line: 2 },
        message:
          'board gave 3 rows and gives 0 now, though nothing that it reads has changed: it joins its tables by other columns than before: status.',
      },
    ]);
    expect(findings.after(SHIPMENTS + BOARD, both.replace("'new'", "'active'"))).toEqual([]);
    expect(findings.after(SHIPMENTS + BOARD, both.replace('ADD COLUMN status', 'ADD COLUMN state'))).toEqual(
      [],
    );
  });

  it('warns of it without asking where the rows have changed too', () => {
    const both = `ALTER TABLE carriers ADD COLUMN status; ALTER TABLE shipments ADD COLUMN status; DELETE FROM shipments WHERE id = 1;`;
    expect(findings.after(SHIPMENTS + BOARD, both)).toMatchObject([
      { message: 'board joins its tables by other columns than before: status.' },
    ]);
  });

  it('warns of a text in double quotes that a new column has taken', () => {
    const notes = `CREATE TABLE notes(id INTEGER PRIMARY KEY, state TEXT); INSERT INTO notes VALUES (1, 'archived'), (2, 'open');`;
    const view = 'CREATE VIEW archived_notes AS SELECT id FROM notes WHERE state = "archived";';
    expect(
      findings.after(notes + view, 'ALTER TABLE notes ADD COLUMN archived INTEGER DEFAULT 0'),
    ).toMatchObject([
      {
        object: 'archived_notes',
        count: 1,
        message:
          'archived_notes gave 1 row and gives 0 now, though nothing that it reads has changed: it takes for notes.archived what was a text in double quotes.',
        location: { line: 1 },
      },
    ]);
    expect(findings.after(notes + view, 'ALTER TABLE notes ADD COLUMN pinned')).toEqual([]);
  });

  it('warns of a name that a query around it or a new column has taken', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, n); CREATE TABLE u(ref INTEGER, m); INSERT INTO t VALUES (1, 1), (2, 2);
      INSERT INTO u VALUES (1, 2), (9, 3); CREATE VIEW v AS SELECT id, (SELECT count(*) FROM u WHERE ref = id) AS c FROM t;`;
    expect(findings.after(schema, 'ALTER TABLE u ADD COLUMN id')).toMatchObject([
      { count: 1, message: expect.stringContaining('it means u.id where it meant t.id') },
    ]);
    expect(findings.after(schema, 'ALTER TABLE u ADD COLUMN other')).toEqual([]);
  });

  it('follows renames, and says nothing of rows that came and values that changed', () => {
    const view = 'CREATE VIEW v AS SELECT carrier AS name, count(*) AS n FROM carriers GROUP BY carrier;';
    const all = SHIPMENTS + view;
    expect(findings.after(all, 'ALTER TABLE carriers RENAME COLUMN carrier TO title')).toEqual([]);
    expect(findings.after(all, 'ALTER TABLE carriers RENAME TO lines')).toEqual([]);
    expect(
      findings.after(all, "INSERT INTO carriers VALUES (3, 'c'); ALTER TABLE carriers ADD COLUMN x"),
    ).toEqual([]);
    expect(
      findings.after(all, 'UPDATE carriers SET carrier = upper(carrier); ALTER TABLE carriers ADD COLUMN x'),
    ).toEqual([]);
  });
});

describe('`*` and positions', () => {
  const T = `CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c TEXT); INSERT INTO t VALUES (1, 'x', 'y'), (2, 'z', 'w');`;
  const rebuilt = (columns: string) =>
    `PRAGMA legacy_alter_table=ON; CREATE TABLE n(${columns}); INSERT INTO n(a, b, c) SELECT a, b, c FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;
  const MOVED = rebuilt('a INTEGER PRIMARY KEY, c TEXT, b TEXT');

  it('warns where the names of the view stand for other columns now', () => {
    const named = 'CREATE VIEW v(p, q, r) AS SELECT * FROM t;';
    expect(findings.after(T + named, MOVED)).toMatchObject([
      {
        object: 'v',
        count: 2,
        message: 'v gives 2 of its 2 rows otherwise, though nothing that it reads has changed.',
      },
    ]);
    expect(findings.after(T + named, rebuilt('a INTEGER PRIMARY KEY, b TEXT, c TEXT'))).toEqual([]);
  });

  it('warns where a compound SELECT puts other columns together', () => {
    const both = `CREATE TABLE u(a INTEGER PRIMARY KEY, b TEXT, c TEXT); INSERT INTO u VALUES (5, 'p', 'q');
      CREATE VIEW v AS SELECT * FROM u UNION ALL SELECT * FROM t;`;
    expect(findings.after(T + both, MOVED)).toMatchObject([{ count: 2 }]);
  });

  it('says nothing of one that only gets more columns, or gives its own in another order', () => {
    expect(findings.after(`${T} CREATE VIEW v AS SELECT * FROM t;`, 'ALTER TABLE t ADD COLUMN d')).toEqual(
      [],
    );
    expect(findings.after(`${T} CREATE VIEW v AS SELECT * FROM t;`, MOVED)).toEqual([]);
  });

  it('warns of a column that is gone, and tells as a notice where a table lost or renamed it', () => {
    const view = `${T} CREATE VIEW v AS SELECT a, b AS named, c FROM t;`;
    const again = (columns: string) => `DROP VIEW v; CREATE VIEW v AS SELECT ${columns} FROM t`;
    expect(findings.after(view, again('a, c'))).toMatchObject([
      { severity: 'warning', message: 'v has no column named any more.', location: { line: 1 } },
    ]);
    expect(findings.after(view, again('a, b AS named, c, 1 AS more'))).toEqual([]);
    expect(
      findings.after(`${T} CREATE VIEW v AS SELECT a, b FROM t;`, 'ALTER TABLE t RENAME COLUMN b TO d'),
    ).toMatchObject([
      { severity: 'notice', message: 'v has no column b any more, as in the tables that it reads.' },
    ]);
  });
});

describe('a view made again in other words', () => {
  const again = (text: string) => `DROP VIEW board; CREATE VIEW board AS ${text}`;
  const all = SHIPMENTS + BOARD;

  it('must give the rows that it gave', () => {
    expect(
      findings.after(
        all,
        again('SELECT s.id, c.carrier, s.weight FROM shipments s JOIN carriers c USING (carrier_id)'),
      ),
    ).toEqual([]);
    expect(
      findings.after(
        all,
        again('SELECT id, carrier, weight FROM shipments JOIN carriers USING (carrier_id) WHERE weight > 5'),
      ),
    ).toMatchObject([
      {
        severity: 'warning',
        count: 1,
        message: 'board gave 3 rows and gives 2 now, though nothing that it reads has changed.',
      },
    ]);
  });

  it('may give others where it reads something new', () => {
    const hidden = `ALTER TABLE shipments ADD COLUMN hidden DEFAULT 1; ${again(
      'SELECT id, carrier, weight FROM shipments JOIN carriers USING (carrier_id) WHERE NOT hidden',
    )}`;
    expect(findings.after(all, hidden)).toMatchObject([
      { severity: 'notice', message: 'board gave 3 rows and gives 0 now.' },
    ]);
  });
});

describe('what is compared', () => {
  const T = `CREATE TABLE t(id INTEGER PRIMARY KEY, v REAL, name TEXT COLLATE NOCASE); INSERT INTO t VALUES (1, 0.1, 'Ann'), (2, 0.2, 'ann'), (3, 0.3, 'Bo');`;
  const REBUILD = `PRAGMA legacy_alter_table=ON; CREATE TABLE n(id INTEGER PRIMARY KEY, v REAL, name TEXT); INSERT INTO n SELECT * FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;`;

  it('is asked where a column compares otherwise', () => {
    expect(
      findings.after(`${T} CREATE VIEW v AS SELECT count(*) AS c FROM t WHERE name = 'ann';`, REBUILD),
    ).toMatchObject([
      { count: 1, message: 'v gives 1 of its 1 row otherwise, though nothing that it reads has changed.' },
    ]);
    expect(findings.after(`${T} CREATE VIEW v AS SELECT count(*) AS c FROM t WHERE v > 0;`, REBUILD)).toEqual(
      [],
    );
  });

  it('is not asked where it gives other rows each time, or only their number where they have no order', () => {
    const moved = (text: string) =>
      findings.after(
        `${T} CREATE VIEW v AS ${text};`,
        `DROP VIEW v; CREATE VIEW v AS ${text} -- again\n; DROP VIEW v; CREATE VIEW v AS ${text.replace('t', 't AS t')}`,
      );
    expect(moved('SELECT random() AS r FROM t')).toEqual([]);
    expect(moved("SELECT date('now') AS r FROM t")).toEqual([]);
    expect(
      findings.after(
        `${T} CREATE VIEW v AS SELECT id FROM t LIMIT 2;`,
        'DROP VIEW v; CREATE VIEW v AS SELECT id FROM t ORDER BY id DESC LIMIT 2',
      ),
    ).toEqual([]);
    expect(
      findings.after(
        `${T} CREATE VIEW v AS SELECT id FROM t LIMIT 2;`,
        'DROP VIEW v; CREATE VIEW v AS SELECT id FROM t LIMIT 1',
      ),
    ).toMatchObject([{ count: 1 }]);
  });

  it('adds reals in any order', () => {
    const sum = 'DROP VIEW v; CREATE VIEW v AS SELECT sum(v) AS s FROM (SELECT v FROM t ORDER BY id DESC)';
    expect(findings.after(`${T} CREATE VIEW v AS SELECT sum(v) AS s FROM t;`, sum)).toEqual([]);
  });

  it('leaves to view-broken what does not compile', () => {
    expect(
      findings.after(
        `${T} CREATE VIEW v AS SELECT name FROM t;`,
        'PRAGMA legacy_alter_table=ON; DROP TABLE t; CREATE TABLE t(id)',
      ),
    ).toEqual([]);
  });
});
