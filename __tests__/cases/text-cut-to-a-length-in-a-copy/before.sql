CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO posts VALUES (1, 'short'), (2, 'a title that is longer than twenty'), (3, 'exactly twenty chars');
