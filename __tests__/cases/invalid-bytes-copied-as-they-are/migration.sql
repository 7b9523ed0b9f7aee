BEGIN;
CREATE TABLE files_new (id INTEGER PRIMARY KEY, name TEXT, size INTEGER);
INSERT INTO files_new(id, name) SELECT id, name FROM files;
DROP TABLE files;
ALTER TABLE files_new RENAME TO files;
CREATE INDEX files_name ON files(name);
COMMIT;
