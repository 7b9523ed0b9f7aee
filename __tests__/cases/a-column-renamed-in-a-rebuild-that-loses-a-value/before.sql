CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT, b TEXT);
INSERT INTO t VALUES (1, 'x', 'y'), (2, 'w', 'z');
