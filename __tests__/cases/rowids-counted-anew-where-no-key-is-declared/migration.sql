BEGIN;
CREATE TABLE notes_new (name TEXT, body TEXT, size INTEGER);
INSERT INTO notes_new(name, body) SELECT name, body FROM notes;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
COMMIT;
