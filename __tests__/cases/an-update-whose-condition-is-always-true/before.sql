CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, paid INTEGER);
INSERT INTO orders VALUES (1, 'open', 0), (2, 'done', 1), (3, 'open', 0);
