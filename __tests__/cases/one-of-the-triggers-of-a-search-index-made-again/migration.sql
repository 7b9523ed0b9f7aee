BEGIN;
CREATE TABLE notes_new (id INTEGER PRIMARY KEY, body TEXT, title TEXT);
INSERT INTO notes_new(id, body) SELECT id, body FROM notes;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
CREATE TRIGGER notes_added AFTER INSERT ON notes BEGIN INSERT INTO search(rowid, body) VALUES (NEW.id, NEW.body); END;
COMMIT;
