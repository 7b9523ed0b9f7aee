CREATE TABLE logs (at INTEGER, what TEXT) STRICT;
INSERT INTO logs VALUES (1, 'a'), (2, 'b');
