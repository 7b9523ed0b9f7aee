BEGIN;
CREATE TABLE zips_new (id INTEGER PRIMARY KEY, code VARCHAR(20), country TEXT);
INSERT INTO zips_new (id, code) SELECT id, code FROM zips;
DROP TABLE zips;
ALTER TABLE zips_new RENAME TO zips;
COMMIT;
