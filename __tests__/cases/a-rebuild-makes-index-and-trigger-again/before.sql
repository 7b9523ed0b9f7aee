CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL);
CREATE TABLE log (what TEXT);
CREATE INDEX idx_total ON orders(total) WHERE total > 0;
CREATE TRIGGER orders_log AFTER INSERT ON orders BEGIN INSERT INTO log VALUES ('order'); END;
INSERT INTO orders VALUES (1, 9.5), (2, 20);
