CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, admin INTEGER, beta INTEGER);
INSERT INTO users VALUES (1, 'x', 0, 0), (2, 'y', 0, 0);
