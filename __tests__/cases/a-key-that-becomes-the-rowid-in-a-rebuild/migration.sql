BEGIN;
CREATE TABLE notes_new (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes_new SELECT id, body FROM notes;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
COMMIT;
