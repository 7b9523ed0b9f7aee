CREATE TABLE orders_new (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id), customer_name TEXT, total INTEGER NOT NULL);
INSERT INTO orders_new SELECT o.id, o.customer_id, c.name, o.total FROM orders o JOIN customers c ON c.id = o.customer_id;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
