CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE tags (person_id INTEGER, tag TEXT);
INSERT INTO people VALUES (1, 'Ada'), (2, 'Bo');
INSERT INTO tags VALUES (1, 'x'), (1, 'y'), (2, 'x');
