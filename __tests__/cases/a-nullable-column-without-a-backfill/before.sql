CREATE TABLE orders (id INTEGER PRIMARY KEY, country TEXT);
INSERT INTO orders VALUES (1, 'DE'), (2, 'FR'), (3, NULL);
