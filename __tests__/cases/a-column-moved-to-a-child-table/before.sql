CREATE TABLE perf (id INTEGER PRIMARY KEY, n TEXT, url TEXT);
INSERT INTO perf VALUES (1, 'a', 'http://a'), (2, 'b', NULL), (3, 'c', 'http://c'), (4, 'd', 'http://c');
