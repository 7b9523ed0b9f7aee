BEGIN;
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, customer INTEGER, country TEXT);
INSERT INTO orders_new SELECT o.id, o.customer, c.country FROM orders o LEFT JOIN customers c ON c.id = o.customer;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
COMMIT;
