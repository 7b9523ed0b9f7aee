CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO customers VALUES (1, 'Hana'), (2, 'Oona');
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers (id), total INTEGER NOT NULL);
INSERT INTO orders VALUES (1, 2, 80), (2, 1, 160), (3, NULL, 240), (4, 1, 320), (5, NULL, 400), (6, NULL, 480);
