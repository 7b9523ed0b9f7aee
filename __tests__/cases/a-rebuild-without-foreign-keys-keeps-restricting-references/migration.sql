CREATE TABLE units_new (code TEXT PRIMARY KEY, name TEXT);
INSERT INTO units_new(code) SELECT code FROM units;
DROP TABLE units;
ALTER TABLE units_new RENAME TO units;
