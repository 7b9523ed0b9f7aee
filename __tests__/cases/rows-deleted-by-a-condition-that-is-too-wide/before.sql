CREATE TABLE sessions (id INTEGER PRIMARY KEY, expired INTEGER);
INSERT INTO sessions VALUES (1, 0), (2, 1), (3, NULL);
