import { describe, expect, it } from '@jest/globals';
import { forRule } from '../../support/preflight.ts';

const findings = forRule('trigger-changed');

const CARTS = `CREATE TABLE items(id INTEGER PRIMARY KEY, cart INTEGER); CREATE TABLE closed(cart INTEGER PRIMARY KEY, at TEXT);
  INSERT INTO items VALUES (1, 5), (2, 6); INSERT INTO closed VALUES (1, 'a'), (2, 'b');`;
const CLOSE = `CREATE TRIGGER close AFTER INSERT ON closed BEGIN
  DELETE FROM items WHERE cart IN (SELECT cart FROM closed); END;`;
const rebuildClosed = (key: string) =>
  `CREATE TABLE n(${key} INTEGER PRIMARY KEY, at TEXT); INSERT INTO n SELECT cart, at FROM closed; DROP TABLE closed;
   ALTER TABLE n RENAME TO closed;`;

describe('names that mean something else', () => {
  it('warns of a name that the query around it has taken', () => {
    const [finding] = findings.after(CARTS + CLOSE, `${rebuildClosed('basket')} ${CLOSE}`);
    expect(finding).toMatchObject({
      severity: 'warning',
      object: 'close',
      table: 'closed',
      message: 'close on closed means items.cart where it meant closed.cart.',
      location: { line: 2 },
    });
    expect(findings.after(CARTS + CLOSE, `${rebuildClosed('cart')} ${CLOSE}`)).toEqual([]);
  });

  it('warns of a name that a new column has taken, and not of one that only comes beside it', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, kind); CREATE TABLE u(ref, n);
      CREATE TRIGGER g AFTER INSERT ON t BEGIN
        UPDATE u SET n = n + 1 WHERE ref = (SELECT max(id) FROM t WHERE n < 5); END;`;
    expect(findings.after(schema, 'ALTER TABLE t ADD COLUMN n')).toMatchObject([
      { object: 'g', message: 'g on t means t.n where it meant u.n.', location: { line: 1 } },
    ]);
    expect(findings.after(schema, 'ALTER TABLE t ADD COLUMN m')).toEqual([]);
  });

  it('warns of a text in double quotes that a new column has taken', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, state); CREATE TABLE u(n);
      CREATE TRIGGER g AFTER UPDATE ON t WHEN new.state = "archived" BEGIN INSERT INTO u(n) VALUES (new.id); END;`;
    expect(findings.after(schema, 'ALTER TABLE u ADD COLUMN archived')).toEqual([]);
    const inBody = schema.replace('new.id', '"archived"').replace('"archived" BEGIN', "'a' BEGIN");
    expect(findings.after(inBody, 'ALTER TABLE t ADD COLUMN archived')).toEqual([]);
    const asked = schema.replace('VALUES (new.id)', 'SELECT id FROM t WHERE state = "archived"');
    expect(findings.after(asked, 'ALTER TABLE t ADD COLUMN archived')).toMatchObject([{ object: 'g' }]);
  });

  it('follows renames of tables and columns, by ALTER TABLE or by hand', () => {
    expect(findings.after(CARTS + CLOSE, 'ALTER TABLE closed RENAME COLUMN cart TO basket')).toEqual([]);
    expect(findings.after(CARTS + CLOSE, 'ALTER TABLE closed RENAME TO closed_carts')).toEqual([]);
    const byHand = `${rebuildClosed('basket')} ${CLOSE.replace('SELECT cart', 'SELECT basket')}`;
    expect(findings.after(CARTS + CLOSE, byHand)).toEqual([]);
  });

  it('warns of a NATURAL JOIN that compares another column', () => {
    const schema = `CREATE TABLE a(k, x); CREATE TABLE b(k, y); CREATE TABLE c(n);
      CREATE TRIGGER g AFTER INSERT ON c BEGIN DELETE FROM a WHERE x IN (SELECT y FROM a NATURAL JOIN b); END;`;
    const both = 'ALTER TABLE a ADD COLUMN at; ALTER TABLE b ADD COLUMN at;';
    expect(findings.after(schema, both)).toMatchObject([
      { message: 'g on c joins its tables by other columns than before: at.' },
    ]);
    expect(findings.after(schema, 'ALTER TABLE a ADD COLUMN p; ALTER TABLE b ADD COLUMN q;')).toEqual([]);
  });
});

describe('INSERT without a list of columns', () => {
  const LOG = `CREATE TABLE t(id INTEGER PRIMARY KEY, v); CREATE TABLE log(id, v);
    CREATE TRIGGER g AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.id, old.v); END;`;
  const triggerOf = (schema: string) => schema.slice(schema.indexOf('CREATE TRIGGER'));
  const remade = (columns: string, schema = LOG) =>
    `DROP TRIGGER g; CREATE TABLE n(${columns}); INSERT INTO n(id, v) SELECT id, v FROM log; DROP TABLE log;
     ALTER TABLE n RENAME TO log; ${triggerOf(schema)}`;

  it('warns where the columns have moved', () => {
    expect(findings.after(LOG, remade('v, id'))).toMatchObject([
      {
        message:
          'g on t fills the columns of log in another order, because it lists none and they have moved.',
      },
    ]);
    expect(findings.after(LOG, remade('id, v'))).toEqual([]);
  });

  it('says nothing where it lists them, or where source and target moved alike', () => {
    const listed = LOG.replace('log VALUES', 'log(id, v) VALUES');
    expect(findings.after(listed, remade('v, id', listed))).toEqual([]);
    const star = LOG.replace('VALUES (old.id, old.v)', 'SELECT * FROM t WHERE id = old.id');
    const alike = `CREATE TABLE m(v, id INTEGER PRIMARY KEY); INSERT INTO m(id, v) SELECT id, v FROM t; DROP TABLE t;
      ALTER TABLE m RENAME TO t; ${triggerOf(star)}`;
    expect(findings.after(star, remade('v, id', star) + alike)).toEqual([]);
    expect(findings.after(star, remade('v, id', star))).toMatchObject([{ object: 'g' }]);
    expect(findings.after(star, alike)).toMatchObject([{ object: 'g' }]);
  });
});

describe('what fires it', () => {
  const PRICES = `CREATE TABLE t(id INTEGER PRIMARY KEY, price, name, note); CREATE TABLE log(id, price);
    INSERT INTO t VALUES (1, 10, 'a', NULL), (2, 20, 'b', NULL);
    CREATE TRIGGER g AFTER UPDATE OF price, name ON t BEGIN INSERT INTO log VALUES (new.id, new.id); END;`;
  const body = ' ON t BEGIN INSERT INTO log VALUES (new.id, new.id); END;';

  it('warns where one of several columns of UPDATE OF has another name', () => {
    const rebuild = `CREATE TABLE n(id INTEGER PRIMARY KEY, cents, name, note); INSERT INTO n SELECT id, price, name, note FROM t;
      DROP TABLE t; ALTER TABLE n RENAME TO t;`;
    expect(
      findings.after(PRICES, `${rebuild} CREATE TRIGGER g AFTER UPDATE OF price, name${body}`),
    ).toMatchObject([{ object: 'g', message: 'g on t no longer fires when cents is updated.' }]);
    expect(findings.after(PRICES, `${rebuild} CREATE TRIGGER g AFTER UPDATE OF cents, name${body}`)).toEqual(
      [],
    );
    expect(findings.after(PRICES, 'ALTER TABLE t RENAME COLUMN price TO cents')).toEqual([]);
  });

  it('says nothing of a condition that leaves out only columns that it does not use', () => {
    const any = PRICES.replace(' OF price, name', '').replace('new.id, new.id', 'new.id, new.price');
    const narrower = 'DROP TRIGGER g; CREATE TRIGGER g AFTER UPDATE OF';
    const uses = ' ON t BEGIN INSERT INTO log VALUES (new.id, new.price); END;';
    expect(findings.after(any, `${narrower} id, price${uses}`)).toEqual([]);
    expect(findings.after(any, `${narrower} id${uses}`)).toMatchObject([
      { message: 'g on t no longer fires when price is updated.' },
    ]);
  });

  it('warns of another event, unless a second trigger has the first one', () => {
    const insert = `DROP TRIGGER g; CREATE TRIGGER g AFTER INSERT${body}`;
    expect(findings.after(PRICES, insert)).toMatchObject([
      { message: 'g on t fires on INSERT of t now, and not on UPDATE of t.' },
    ]);
    expect(findings.after(PRICES, `${insert} CREATE TRIGGER h AFTER UPDATE OF price, name${body}`)).toEqual(
      [],
    );
  });
});

describe('a trigger made again in other words', () => {
  const SCHEMA = `CREATE TABLE t(id INTEGER PRIMARY KEY, v); CREATE TABLE log(id); CREATE TABLE stock(n);
    CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.id); UPDATE stock SET n = n - 1; END;`;
  const again = (text: string, name = 'g') =>
    `DROP TRIGGER g; CREATE TRIGGER ${name} AFTER INSERT ON t BEGIN ${text} END;`;

  it('is what its author meant, as long as it writes what it wrote', () => {
    expect(
      findings.after(SCHEMA, again('UPDATE stock SET n = n - new.v; INSERT INTO log VALUES (new.id);')),
    ).toEqual([]);
    expect(findings.after(SCHEMA, again('INSERT INTO log VALUES (new.id);'))).toMatchObject([
      { message: 'g on t was made again, and no longer writes stock.n.' },
    ]);
  });

  it('may write to something new instead', () => {
    const instead = 'UPDATE stock SET n = n - 1; INSERT INTO audit VALUES (new.id);';
    expect(findings.after(SCHEMA, `CREATE TABLE audit(id); ${again(instead)}`)).toEqual([]);
  });

  it('warns where it refuses nothing any more', () => {
    const guard = `CREATE TABLE t(v); CREATE TRIGGER g BEFORE INSERT ON t WHEN new.v < 0 BEGIN SELECT RAISE(ABORT, 'no'); END;`;
    expect(
      findings.after(guard, 'DROP TRIGGER g; CREATE TRIGGER g BEFORE INSERT ON t BEGIN SELECT 1; END;'),
    ).toMatchObject([{ message: 'g on t was made again, and refuses nothing any more.' }]);
  });
});

describe('an old trigger beside a new one', () => {
  const STOCK = `CREATE TABLE stock(sku PRIMARY KEY, qty); CREATE TABLE sales(id INTEGER PRIMARY KEY, sku, qty);
    CREATE TRIGGER on_sale AFTER INSERT ON sales BEGIN UPDATE stock SET qty = qty - NEW.qty WHERE sku = NEW.sku; END;`;
  const added = (text: string, when = '') =>
    `CREATE TRIGGER sales_ai AFTER INSERT ON sales ${when} BEGIN ${text} END;`;
  const TWICE = 'UPDATE stock SET qty = qty - NEW.qty WHERE sku = new.sku;';

  it('warns where both count the same column on', () => {
    expect(findings.after(STOCK, `DROP TRIGGER IF EXISTS on_sales;\n${added(TWICE)}`)).toMatchObject([
      {
        object: 'on_sale',
        message: 'on_sale on sales is still there, and sales_ai does the same to stock once more.',
        location: { line: 2 },
      },
    ]);
    expect(findings.after(STOCK, added(TWICE))).toMatchObject([{ object: 'on_sale' }]);
    expect(findings.after(STOCK, `DROP TRIGGER on_sale; ${added(TWICE)}`)).toEqual([]);
  });

  it('warns where one counts on and the other computes anew', () => {
    const anew = 'UPDATE stock SET qty = (SELECT sum(s.qty) FROM sales AS s) WHERE sku = new.sku;';
    expect(findings.after(STOCK, added(anew.replace('s.qty', 'id')))).toMatchObject([{ object: 'on_sale' }]);
  });

  it('warns where both write the same line', () => {
    const schema = `CREATE TABLE t(id INTEGER PRIMARY KEY, v); CREATE TABLE log(id, v, at);
      CREATE TRIGGER a AFTER INSERT ON t BEGIN INSERT INTO log(id, v) VALUES (new.id, new.v); END;`;
    const second = (text: string) => `CREATE TRIGGER b AFTER INSERT ON t BEGIN ${text} END;`;
    expect(findings.after(schema, second('INSERT INTO log VALUES (NEW.id, NEW.v, 7);'))).toMatchObject([
      { object: 'a' },
    ]);
    expect(findings.after(schema, second("INSERT INTO log(id, v) VALUES (new.id, 'b');"))).toEqual([]);
  });

  it('says nothing of other rows, other conditions, and what has one end however often it is done', () => {
    expect(findings.after(STOCK, added(TWICE.replace('new.sku', "'all'")))).toEqual([]);
    expect(findings.after(STOCK, added(TWICE.replace('NEW.qty', '1'), 'WHEN NEW.qty IS NULL'))).toEqual([]);
    expect(findings.after(STOCK, added('UPDATE stock SET qty = 0 WHERE sku = new.sku AND qty < 0;'))).toEqual(
      [],
    );
    expect(findings.after(STOCK, added('UPDATE stock SET qty = max(qty, 0) WHERE sku = NEW.sku;'))).toEqual(
      [],
    );
    expect(findings.after(STOCK, added('INSERT INTO stock VALUES (new.sku, 0);'))).toEqual([]);
  });
});
