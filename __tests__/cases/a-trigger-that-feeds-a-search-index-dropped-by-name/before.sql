CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(body, content='notes', content_rowid='id');
CREATE TRIGGER notes_added AFTER INSERT ON notes BEGIN INSERT INTO search(rowid, body) VALUES (NEW.id, NEW.body); END;
CREATE TRIGGER notes_gone AFTER DELETE ON notes BEGIN INSERT INTO search(search, rowid, body) VALUES ('delete', OLD.id, OLD.body); END;
INSERT INTO notes VALUES (1, 'apple'), (2, 'pear');
