BEGIN;
CREATE TABLE notes_new (slug TEXT PRIMARY KEY, body TEXT, title TEXT);
INSERT INTO notes_new (slug, body) SELECT slug, body FROM notes ORDER BY slug;
DROP TABLE notes;
ALTER TABLE notes_new RENAME TO notes;
COMMIT;
