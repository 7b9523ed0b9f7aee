CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER, title TEXT);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO books VALUES (1, 1, 'x'), (2, NULL, 'y'), (3, 9, 'z');
