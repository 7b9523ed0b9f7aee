CREATE TABLE goals (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO goals VALUES (1, 'a'), (2, 'b');
