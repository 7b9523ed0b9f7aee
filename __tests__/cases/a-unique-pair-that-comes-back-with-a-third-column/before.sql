CREATE TABLE seats (id INTEGER PRIMARY KEY, train TEXT, seat INTEGER, day TEXT, UNIQUE (train, seat));
INSERT INTO seats VALUES (1, 'x', 1, 'mon'), (2, 'x', 2, 'mon');
