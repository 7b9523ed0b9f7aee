CREATE TABLE goals (id INTEGER PRIMARY KEY, title TEXT NOT NULL COLLATE NOCASE UNIQUE);
CREATE TABLE sessions (id INTEGER PRIMARY KEY, goal TEXT, duration INTEGER);
INSERT INTO goals VALUES (1, 'Run'), (2, 'Read'), (3, 'Rest');
INSERT INTO sessions VALUES (1, 'run', 30), (2, 'READ', 20), (3, NULL, 10);
