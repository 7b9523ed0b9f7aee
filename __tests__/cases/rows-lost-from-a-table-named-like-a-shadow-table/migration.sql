CREATE TABLE sizes_new (note_id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL);
INSERT INTO sizes_new SELECT note_id, bytes FROM notes_docsize WHERE bytes < 1300;
DELETE FROM notes_docsize;
INSERT INTO notes_docsize SELECT * FROM sizes_new;
DROP TABLE sizes_new;
