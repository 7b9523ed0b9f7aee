BEGIN;
CREATE TABLE items_new (id INTEGER PRIMARY KEY, state TEXT CHECK (state <> ''));
INSERT INTO items_new SELECT id, state FROM items;
DROP TABLE items;
ALTER TABLE items_new RENAME TO items;
COMMIT;
