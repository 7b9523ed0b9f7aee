CREATE TABLE products_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price_cents INTEGER NOT NULL);
INSERT INTO products_new (id, title, price_cents) SELECT id, title, price FROM products;
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;
CREATE TRIGGER price_log_au AFTER UPDATE OF price ON products BEGIN INSERT INTO price_log (product_id) VALUES (NEW.id); END;
