BEGIN;
CREATE TABLE files_new (id INTEGER PRIMARY KEY, name TEXT, size INTEGER);
INSERT INTO files_new(id, name) SELECT id, CAST(x'61FE62' AS TEXT) FROM files WHERE id = 1;
INSERT INTO files_new(id, name) SELECT id, name FROM files WHERE id <> 1;
DROP TABLE files;
ALTER TABLE files_new RENAME TO files;
COMMIT;
