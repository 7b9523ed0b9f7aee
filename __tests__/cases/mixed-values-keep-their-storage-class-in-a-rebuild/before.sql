CREATE TABLE phones (id INTEGER PRIMARY KEY, number);
INSERT INTO phones VALUES (1, 123), (2, '0123'), (3, NULL), (4, 4.5), (5, 1.0), (6, 9007199254740993), (7, x'00');
