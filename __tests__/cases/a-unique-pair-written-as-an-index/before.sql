CREATE TABLE seats (id INTEGER PRIMARY KEY, train TEXT, seat INTEGER, UNIQUE (train, seat));
INSERT INTO seats VALUES (1, 'x', 1), (2, 'x', 2);
