CREATE TABLE goals (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
INSERT INTO goals VALUES (1, 'a', NULL), (2, 'b', NULL);
