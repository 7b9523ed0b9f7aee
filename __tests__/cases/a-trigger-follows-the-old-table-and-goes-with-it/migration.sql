BEGIN;
ALTER TABLE orders RENAME TO orders_old;
CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL, note TEXT);
INSERT INTO orders(id, total) SELECT id, total FROM orders_old;
DROP TABLE orders_old;
COMMIT;
