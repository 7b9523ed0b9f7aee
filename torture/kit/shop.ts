import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { runPlainly } from '../../__tests__/support/plain-run.ts';
import { contentOf, copyProblems } from './content.ts';
import type { Ended } from './step.ts';

export interface ShopOptions {
  orders?: number;
  wal?: boolean;
  migrations?: readonly string[];
}

/** A workspace whose migration is cleared when nothing goes wrong, and what its copy must then hold. */
export interface Shop {
  workspace: string;
  inputs: Record<string, string>;
  /** The migrated content. */
  expected: string;
}

const MIGRATIONS = [
  'CREATE TABLE payments(id INTEGER PRIMARY KEY, order_id INT REFERENCES orders(id), cents INT);',
  'INSERT INTO payments SELECT id, id, total * 100 FROM orders;\nCREATE INDEX payments_order ON payments(order_id);',
  'ALTER TABLE customers ADD COLUMN note TEXT;\nCREATE INDEX orders_total ON orders(total);',
];

/** Customers and their orders, with an index, a view and a trigger. */
export function openShop(
  place: string,
  { orders = 2000, wal = false, migrations = MIGRATIONS }: ShopOptions = {},
): Shop {
  const workspace = join(place, 'workspace');
  mkdirSync(join(workspace, 'm'), { recursive: true });
  const path = join(workspace, 'shop.db');
  const db = new Database(path);
  db.pragma('synchronous=OFF');
  if (wal) db.pragma('journal_mode=WAL');
  db.exec(`BEGIN; CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
    CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers(id), total INT);
    WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${Math.max(1, orders / 10)})
    INSERT INTO customers SELECT i, 'customer ' || i FROM c;
    WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${orders})
    INSERT INTO orders SELECT i, 1 + i % ${Math.max(1, Math.floor(orders / 10))}, i * 7 % 1000 FROM c;
    CREATE INDEX orders_customer ON orders(customer);
    CREATE VIEW sums AS SELECT customer, sum(total) AS total FROM orders GROUP BY customer;
    CREATE TRIGGER fresh AFTER INSERT ON customers BEGIN UPDATE customers SET name = trim(name) WHERE id = NEW.id; END;
    COMMIT;`);
  db.close();
  migrations.forEach((sql, at) => {
    writeFileSync(join(workspace, 'm', `${at + 1}.sql`), `${sql}\n`);
  });
  const plain = join(place, 'plain.db');
  copyFileSync(path, plain);
  const failure = runPlainly(plain, migrations.join('\n'));
  if (failure !== undefined) throw new Error(failure);
  return { workspace, inputs: { database: 'shop.db', migrations: 'm' }, expected: contentOf(plain) };
}

/** Whoever says that it is cleared must have a whole and equal copy to show; and what it shows must be whole in any case. */
export function clearedCopyProblems(
  { report, output }: Pick<Ended, 'report' | 'output'>,
  { expected }: Shop,
): string[] {
  const database = report?.databases[0];
  if (database === undefined || database.verdict === 'failed') return [];
  const { migratedDatabase, verdict } = database;
  if (migratedDatabase === undefined)
    return verdict === 'blocked' ? [] : ['it is cleared without a migrated copy'];
  return copyProblems(join(output, migratedDatabase), verdict === 'blocked' ? undefined : expected);
}
