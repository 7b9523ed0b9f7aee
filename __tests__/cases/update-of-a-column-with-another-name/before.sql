CREATE TABLE products (id INTEGER PRIMARY KEY, title TEXT NOT NULL, price INTEGER NOT NULL);
CREATE TABLE price_log (id INTEGER PRIMARY KEY, product_id INTEGER NOT NULL);
CREATE TRIGGER price_log_au AFTER UPDATE OF price ON products BEGIN INSERT INTO price_log (product_id) VALUES (NEW.id); END;
INSERT INTO products VALUES (1, 'a', 199), (2, 'b', 398);
