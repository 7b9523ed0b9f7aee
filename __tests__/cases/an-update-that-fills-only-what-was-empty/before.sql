CREATE TABLE people (id INTEGER PRIMARY KEY, city TEXT);
INSERT INTO people VALUES (1, 'Rome'), (2, NULL), (3, 'Bern');
