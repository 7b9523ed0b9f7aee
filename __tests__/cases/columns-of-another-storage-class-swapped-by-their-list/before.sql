CREATE TABLE items (id INTEGER PRIMARY KEY, price, name);
INSERT INTO items VALUES (1, 5, 'pen'), (2, 7, 'ink');
