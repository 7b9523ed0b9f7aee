CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO posts VALUES (1, 'a walk'), (2, 'a meal');
CREATE VIRTUAL TABLE found USING fts5(body);
INSERT INTO found(rowid, body) SELECT id, body FROM posts;
