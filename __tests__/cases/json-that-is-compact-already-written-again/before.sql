CREATE TABLE docs (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO docs VALUES (1, '{"a":1}'), (2, '[1,2]'), (3, NULL);
