CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);
INSERT INTO users VALUES (1, 'a'), (2, 'b');
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER, body TEXT);
INSERT INTO posts VALUES (1, 1, 'x'), (2, 1, 'y'), (3, 2, 'z');
