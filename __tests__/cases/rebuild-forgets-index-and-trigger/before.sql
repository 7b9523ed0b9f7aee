CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
  coupon_id INTEGER REFERENCES coupons(id) ON DELETE SET NULL,
  total REAL NOT NULL
);
CREATE TABLE coupons (id INTEGER PRIMARY KEY, code TEXT);
CREATE TABLE audit (id INTEGER PRIMARY KEY, what TEXT);
CREATE INDEX idx_orders_customer ON orders(customer_id);
CREATE TRIGGER orders_audit AFTER INSERT ON orders BEGIN
  INSERT INTO audit(what) VALUES ('order ' || NEW.id);
END;
INSERT INTO customers VALUES (1, 'a@example.test', 'Ada'), (2, 'b@example.test', 'Bo'), (3, 'c@example.test', NULL);
INSERT INTO coupons VALUES (1, 'SPRING'), (2, 'SUMMER');
INSERT INTO orders VALUES (10, 1, 1, 9.5), (11, 1, 2, 20), (12, 2, NULL, 7.25);
