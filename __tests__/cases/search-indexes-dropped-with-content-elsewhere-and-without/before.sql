CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes VALUES (1, 'banana'), (2, 'cherry');
CREATE VIRTUAL TABLE search USING fts5(body, content='notes', content_rowid='id');
INSERT INTO search(search) VALUES ('rebuild');
CREATE VIRTUAL TABLE loose USING fts4(body, content='');
INSERT INTO loose(docid, body) VALUES (1, 'x');
