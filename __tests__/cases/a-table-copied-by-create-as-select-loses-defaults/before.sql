CREATE TABLE logs (at INTEGER DEFAULT 0, what TEXT DEFAULT 'none');
INSERT INTO logs VALUES (1, 'a'), (2, 'b');
