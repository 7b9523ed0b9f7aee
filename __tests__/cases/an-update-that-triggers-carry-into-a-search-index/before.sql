CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes VALUES (1, 'banana'), (2, NULL), (3, 'cherry');
CREATE VIRTUAL TABLE search USING fts5(body, content='notes', content_rowid='id');
INSERT INTO search(search) VALUES ('rebuild');
CREATE TRIGGER notes_update AFTER UPDATE ON notes BEGIN
  INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, old.body);
  INSERT INTO search(rowid, body) VALUES (new.id, new.body);
END;
