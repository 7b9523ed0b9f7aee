BEGIN;
CREATE TABLE items_new (id INTEGER PRIMARY KEY, price REAL, note TEXT, CONSTRAINT positive CHECK (price>0));
INSERT INTO items_new(id, price) SELECT id, price FROM items;
DROP TABLE items;
ALTER TABLE items_new RENAME TO items;
COMMIT;
