CREATE TABLE tickets (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT);
INSERT INTO tickets (id, title) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
