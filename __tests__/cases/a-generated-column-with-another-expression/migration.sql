BEGIN;
CREATE TABLE items_new (id INTEGER PRIMARY KEY, net INTEGER, gross AS (net * 3));
INSERT INTO items_new SELECT id, net FROM items;
DROP TABLE items;
ALTER TABLE items_new RENAME TO items;
COMMIT;
