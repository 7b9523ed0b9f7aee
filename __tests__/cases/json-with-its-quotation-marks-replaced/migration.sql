BEGIN;
CREATE TABLE docs_new (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO docs_new SELECT id, replace(body, '"', '''') FROM docs;
DROP TABLE docs;
ALTER TABLE docs_new RENAME TO docs;
COMMIT;
