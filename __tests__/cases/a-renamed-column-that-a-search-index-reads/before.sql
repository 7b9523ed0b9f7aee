CREATE TABLE notes (slug TEXT PRIMARY KEY, body TEXT);
INSERT INTO notes VALUES ('b', 'banana'), ('a', 'apple'), ('c', 'cherry');
CREATE VIRTUAL TABLE search USING fts5(body, content='notes');
INSERT INTO search(search) VALUES ('rebuild');
