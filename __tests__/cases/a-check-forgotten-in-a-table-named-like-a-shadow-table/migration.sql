BEGIN;
CREATE TABLE sizes_new (id INTEGER PRIMARY KEY, words INTEGER NOT NULL);
INSERT INTO sizes_new SELECT id, words FROM search_docsize;
DROP TABLE search_docsize;
ALTER TABLE sizes_new RENAME TO search_docsize;
COMMIT;
