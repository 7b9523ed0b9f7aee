CREATE TABLE logs (id INTEGER PRIMARY KEY, what TEXT, at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')));
INSERT INTO logs VALUES (1, 'a', '2024-01-01T10:00:00.000Z');
