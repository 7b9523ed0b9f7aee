BEGIN;
CREATE TABLE parents_new (id INTEGER PRIMARY KEY, code TEXT);
INSERT INTO parents_new SELECT * FROM parents;
DROP TABLE parents;
ALTER TABLE parents_new RENAME TO parents;
CREATE UNIQUE INDEX parents_code ON parents(code);
COMMIT;
