CREATE TABLE logs (at INTEGER, what TEXT);
INSERT INTO logs VALUES (1, 'a'), (2, 'b'), (2, 'b');
