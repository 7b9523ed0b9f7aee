CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO items VALUES (2, 'a'), (3, 'b'), (7, 'c');
