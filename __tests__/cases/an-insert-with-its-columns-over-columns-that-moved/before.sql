CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER NOT NULL);
CREATE TABLE orders_gone (id INTEGER, total INTEGER);
CREATE TRIGGER keep_gone AFTER DELETE ON orders BEGIN INSERT INTO orders_gone (id, total) VALUES (OLD.id, OLD.total); END;
INSERT INTO orders VALUES (1, 500), (2, 700);
INSERT INTO orders_gone VALUES (9, 100);
