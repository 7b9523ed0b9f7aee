BEGIN;
CREATE TABLE photos_new (id INTEGER PRIMARY KEY, data BLOB, kind TEXT);
INSERT INTO photos_new(id, data) SELECT id, data FROM photos;
DROP TABLE photos;
ALTER TABLE photos_new RENAME TO photos;
COMMIT;
