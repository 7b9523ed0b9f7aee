CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE docs USING fts5(body);
CREATE TRIGGER notes_search AFTER INSERT ON notes BEGIN INSERT INTO docs(rowid, body) VALUES (new.id, new.body); END;
INSERT INTO notes(body) VALUES ('one'), ('two');
