CREATE TABLE items (id INTEGER PRIMARY KEY, net INTEGER, gross AS (net * 2));
INSERT INTO items VALUES (1, 100), (2, 50);
