CREATE TABLE checks (id INTEGER PRIMARY KEY, sensor TEXT NOT NULL, quality TEXT NOT NULL);
INSERT INTO checks VALUES (1, 's1', 'ok'), (2, 's2', 'Ok'), (3, 's1', 'OK'), (4, 's2', 'ok'), (5, 's1', 'Ok');
