BEGIN;
CREATE TABLE photos_new (id INTEGER PRIMARY KEY, data BLOB);
INSERT INTO photos_new SELECT id, substr(data, 1, max(1, length(data) - 1)) FROM photos;
DROP TABLE photos;
ALTER TABLE photos_new RENAME TO photos;
COMMIT;
