CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, country TEXT);
CREATE TABLE customers (id INTEGER PRIMARY KEY, country TEXT);
INSERT INTO orders VALUES (1, 1, 'IT'), (2, 9, 'NO'), (3, 8, 'CH');
INSERT INTO customers VALUES (1, 'IT');
