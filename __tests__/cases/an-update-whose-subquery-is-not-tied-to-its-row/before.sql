CREATE TABLE people (id INTEGER PRIMARY KEY, city TEXT);
CREATE TABLE moves (person_id INTEGER, city TEXT);
INSERT INTO people VALUES (1, 'Rome'), (2, 'Oslo'), (3, 'Bern');
INSERT INTO moves VALUES (2, 'Paris');
