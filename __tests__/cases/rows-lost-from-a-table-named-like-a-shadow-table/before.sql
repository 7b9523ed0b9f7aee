CREATE VIRTUAL TABLE notes USING fts4 (body, matchinfo=fts3);
CREATE TABLE notes_docsize (note_id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL);
INSERT INTO notes (body) VALUES ('one'), ('two'), ('three');
INSERT INTO notes_docsize VALUES (1, 1000), (2, 1400), (3, 1500);
