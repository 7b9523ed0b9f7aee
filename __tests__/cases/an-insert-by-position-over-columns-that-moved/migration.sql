DROP TRIGGER keep_gone;
CREATE TABLE gone_new (total INTEGER, id INTEGER);
INSERT INTO gone_new (id, total) SELECT id, total FROM orders_gone;
DROP TABLE orders_gone;
ALTER TABLE gone_new RENAME TO orders_gone;
CREATE TRIGGER keep_gone AFTER DELETE ON orders BEGIN INSERT INTO orders_gone VALUES (OLD.id, OLD.total); END;
