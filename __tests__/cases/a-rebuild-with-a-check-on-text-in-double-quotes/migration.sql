BEGIN;
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, status TEXT CHECK (status IN ("new", "paid", "sent")), previous_status TEXT);
INSERT INTO orders_new SELECT id, status, previous_status FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX idx_paid ON orders(id) WHERE status = "paid";
COMMIT;
