CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT, note TEXT);
INSERT INTO p VALUES (1, 'a', 'x'), (2, 'b', 'y');
