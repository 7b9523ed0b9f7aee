import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('side-effect');

const TABLES = `CREATE TABLE customers(id INTEGER PRIMARY KEY, email TEXT, zone TEXT, updated_at TEXT);
  CREATE TABLE outbox(id INTEGER PRIMARY KEY, kind TEXT, customer_id INTEGER, sent_at TEXT); CREATE TABLE audit(id INTEGER PRIMARY KEY, what TEXT, at TEXT);
  INSERT INTO customers(id, email) VALUES (1, 'a'), (2, 'b'), (3, 'c'); INSERT INTO outbox(kind) VALUES ('x'); INSERT INTO audit(what) VALUES ('customers'), ('other');`;
const MAIL =
  "CREATE TRIGGER changed AFTER UPDATE ON customers BEGIN INSERT INTO outbox(kind, customer_id) VALUES ('k', NEW.id); END;";
const BACKFILL = "SELECT 1;\nUPDATE customers SET zone = 'eu';";

describe('warns where a trigger', () => {
  it('adds rows while a backfill runs', () => {
    expect(findings.after(TABLES + MAIL, `${BACKFILL} ALTER TABLE outbox ADD COLUMN attempts INT;`)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        table: 'outbox',
        count: 3,
        message:
          'outbox: 3 rows were added by the trigger changed, in a statement that does not name the table.',
        location: { file: 'm/0001.sql', line: 2 },
      }),
    ]);
  });

  it('fills values of rows that were there', () => {
    const stamp =
      "CREATE TRIGGER s AFTER UPDATE ON customers BEGIN UPDATE audit SET at = 'now' WHERE what = 'customers'; END;";
    expect(findings.after(TABLES + stamp, BACKFILL)).toMatchObject([
      { table: 'audit', columns: ['at'], count: 1 },
    ]);
  });

  it('is of a table that a statement names too, or that is rebuilt afterwards', () => {
    const named = `${BACKFILL} INSERT INTO outbox(kind) VALUES ('own'), ('own');`;
    expect(findings.after(TABLES + MAIL, named)).toMatchObject([{ table: 'outbox', count: 3 }]);
    const rebuilt = `${BACKFILL} DROP TRIGGER changed; CREATE TABLE o(id INTEGER PRIMARY KEY, kind TEXT, customer_id INTEGER, sent_at TEXT, extra); INSERT INTO o SELECT *, 1 FROM outbox; DROP TABLE outbox; ALTER TABLE o RENAME TO outbox;`;
    expect(findings.after(TABLES + MAIL, rebuilt)).toMatchObject([{ table: 'outbox', count: 3 }]);
  });

  it('fires another one, of deletes, of many statements, or was made by the migration', () => {
    const chain = `CREATE TRIGGER d AFTER DELETE ON customers BEGIN INSERT INTO audit(what) VALUES (OLD.email); END;
      CREATE TRIGGER a AFTER INSERT ON audit BEGIN INSERT INTO outbox(kind) VALUES ('audited'); END;`;
    expect(findings.after(TABLES + chain, 'DELETE FROM customers WHERE id = 1;')).toMatchObject([
      { table: 'audit', count: 1 },
      { table: 'outbox', count: 1 },
    ]);
    const many =
      "UPDATE customers SET zone = 'a' WHERE id = 1; UPDATE customers SET zone = 'b' WHERE id = 2;";
    expect(findings.after(TABLES + MAIL, many)).toMatchObject([
      { count: 2, message: expect.stringContaining('in 2 statements that do not name') },
    ]);
    expect(findings.after(TABLES, `${MAIL} ${BACKFILL}`)).toMatchObject([{ table: 'outbox', count: 3 }]);
  });
});

describe('says nothing of', () => {
  const quiet = (schema: string, sql: string) => expect(findings.after(schema, sql)).toEqual([]);

  it('what the trigger does to the very table, or to none', () => {
    const touch =
      "CREATE TRIGGER touch AFTER UPDATE OF zone ON customers BEGIN UPDATE customers SET updated_at = 'now' WHERE id = NEW.id; END;";
    quiet(TABLES + touch, BACKFILL);
    quiet(TABLES + MAIL, 'INSERT INTO customers(id) VALUES (9);');
    quiet(TABLES + MAIL.replace('BEGIN', 'WHEN NEW.email <> OLD.email BEGIN'), BACKFILL);
    quiet(TABLES + MAIL, "UPDATE customers SET zone = 'eu' WHERE id > 99;");
  });

  it('a search index that is kept in step, or a table that the migration makes', () => {
    const search = `CREATE VIRTUAL TABLE found USING fts5(email, content='customers', content_rowid='id');
      CREATE TRIGGER u AFTER UPDATE ON customers BEGIN INSERT INTO found(found, rowid, email) VALUES ('delete', OLD.id, OLD.email); INSERT INTO found(rowid, email) VALUES (NEW.id, NEW.email); END;
      INSERT INTO found(found) VALUES ('rebuild');`;
    quiet(TABLES + search, BACKFILL);
    const made = `CREATE TABLE history(id INTEGER PRIMARY KEY, c); CREATE TRIGGER h AFTER UPDATE ON customers BEGIN INSERT INTO history(c) VALUES (OLD.id); END; ${BACKFILL}`;
    quiet(TABLES, made);
  });

  it('a trigger that is dropped meanwhile, or whose rows are taken out again', () => {
    quiet(TABLES + MAIL, `DROP TRIGGER changed; ${BACKFILL} ${MAIL}`);
    quiet(TABLES + MAIL, `${BACKFILL} DELETE FROM outbox WHERE kind = 'k';`);
    quiet(TABLES + MAIL, `BEGIN; ${BACKFILL} ROLLBACK;`);
  });

  it('what a statement does by the name of a view, but of what that sets off', () => {
    const view =
      'CREATE VIEW v AS SELECT * FROM customers; CREATE TRIGGER vi INSTEAD OF UPDATE ON v BEGIN UPDATE customers SET zone = NEW.zone WHERE id = NEW.id; END;';
    quiet(TABLES + view, "UPDATE v SET zone = 'eu';");
    expect(findings.after(TABLES + view + MAIL, "UPDATE v SET zone = 'eu';")).toMatchObject([
      { table: 'outbox', count: 3 },
    ]);
  });

  it('a search index with its own content that a trigger fills', () => {
    const search =
      'CREATE VIRTUAL TABLE f USING fts5(email); CREATE TRIGGER fi AFTER INSERT ON customers BEGIN INSERT INTO f(rowid, email) VALUES (NEW.id, NEW.email); END;';
    quiet(TABLES + search, "INSERT INTO customers(email) VALUES ('n');");
  });

  it('what a statement does by name', () => {
    quiet(TABLES, "INSERT INTO outbox(kind) SELECT email FROM customers; UPDATE audit SET at = 'x';");
  });
});
