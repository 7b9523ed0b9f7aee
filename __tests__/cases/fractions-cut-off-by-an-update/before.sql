CREATE TABLE prices (id INTEGER PRIMARY KEY, amount REAL);
INSERT INTO prices VALUES (1, 9.99), (2, 5.0), (3, -0.5);
