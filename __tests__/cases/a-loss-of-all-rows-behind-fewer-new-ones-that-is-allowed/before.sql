CREATE TABLE sessions (id INTEGER PRIMARY KEY, user TEXT);
INSERT INTO sessions VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
