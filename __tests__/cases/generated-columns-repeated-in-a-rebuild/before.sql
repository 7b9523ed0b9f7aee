CREATE TABLE items (id INTEGER PRIMARY KEY, net INTEGER, gross INTEGER AS (net * 2) STORED, label AS ('n' || net));
INSERT INTO items VALUES (1, 100), (2, 50);
