CREATE TABLE books (id INTEGER PRIMARY KEY, author TEXT);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE links (id INTEGER PRIMARY KEY, book INTEGER, author TEXT);
INSERT INTO books VALUES (1, 'Ada'), (2, 'Bo');
INSERT INTO authors VALUES (1, 'Ada'), (2, 'Ada'), (3, 'Bo');
INSERT INTO links VALUES (1, 1, 'Ada');
