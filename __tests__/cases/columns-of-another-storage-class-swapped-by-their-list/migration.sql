BEGIN;
CREATE TABLE items_new (id INTEGER PRIMARY KEY, price, name);
INSERT INTO items_new(id, name, price) SELECT * FROM items;
DROP TABLE items;
ALTER TABLE items_new RENAME TO items;
COMMIT;
