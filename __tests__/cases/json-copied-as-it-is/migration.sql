BEGIN;
CREATE TABLE docs_new (id INTEGER PRIMARY KEY, body TEXT, tag TEXT);
INSERT INTO docs_new (id, body) SELECT id, body FROM docs;
DROP TABLE docs;
ALTER TABLE docs_new RENAME TO docs;
COMMIT;
