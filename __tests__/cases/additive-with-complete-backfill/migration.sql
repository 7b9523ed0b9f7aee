ALTER TABLE orders ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
UPDATE customers SET name = 'unknown' WHERE name IS NULL;
CREATE UNIQUE INDEX idx_coupons_code ON coupons(code);
CREATE TABLE refunds (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders(id));
CREATE VIEW open_orders AS SELECT id FROM orders WHERE total > 0;
