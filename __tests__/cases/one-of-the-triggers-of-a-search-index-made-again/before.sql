CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(body);
CREATE TRIGGER notes_added AFTER INSERT ON notes BEGIN INSERT INTO search(rowid, body) VALUES (NEW.id, NEW.body); END;
CREATE TRIGGER notes_gone AFTER DELETE ON notes BEGIN DELETE FROM search WHERE rowid = OLD.id; END;
INSERT INTO notes VALUES (1, 'apple'), (2, 'pear');
