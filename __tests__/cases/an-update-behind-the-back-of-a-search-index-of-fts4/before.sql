CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO notes VALUES (1, 'banana'), (2, NULL), (3, 'cherry');
CREATE VIRTUAL TABLE search USING fts4(body, content="notes");
INSERT INTO search(search) VALUES ('rebuild');
