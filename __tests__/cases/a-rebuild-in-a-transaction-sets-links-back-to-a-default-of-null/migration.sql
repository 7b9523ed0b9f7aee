CREATE TABLE lists_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO lists_new SELECT id, name FROM lists;
DROP TABLE lists;
ALTER TABLE lists_new RENAME TO lists;
