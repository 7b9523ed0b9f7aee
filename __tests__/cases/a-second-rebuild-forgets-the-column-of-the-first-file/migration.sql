ALTER TABLE customers ADD COLUMN segment TEXT;
UPDATE customers SET segment = CASE WHEN orders > 8 THEN 'gold' WHEN orders > 3 THEN 'silver' ELSE 'new' END;
CREATE INDEX customers_segment ON customers (segment);
CREATE TABLE customers_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, orders INTEGER NOT NULL DEFAULT 0 CHECK (orders >= 0), email TEXT);
INSERT INTO customers_new (id, name, orders) SELECT id, name, orders FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
