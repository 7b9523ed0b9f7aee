BEGIN;
CREATE VIRTUAL TABLE search USING fts5(body, content='notes');
INSERT INTO search(search) VALUES ('rebuild');
COMMIT;
