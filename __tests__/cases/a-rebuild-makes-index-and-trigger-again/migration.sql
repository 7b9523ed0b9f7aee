BEGIN;
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, total REAL, note TEXT);
INSERT INTO orders_new (id, total) SELECT id, total FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
create index "idx_total" on orders (total) where total>0;
CREATE TRIGGER orders_log AFTER INSERT ON orders BEGIN
  INSERT INTO log VALUES ('order');
END;
COMMIT;
