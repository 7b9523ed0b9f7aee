CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO items VALUES (10, 'a'), (20, 'b'), (30, 'c');
