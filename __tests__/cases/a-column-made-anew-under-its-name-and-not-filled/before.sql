CREATE TABLE accounts (id INTEGER PRIMARY KEY, active INTEGER);
INSERT INTO accounts VALUES (1, 1), (2, 1), (3, 0);
