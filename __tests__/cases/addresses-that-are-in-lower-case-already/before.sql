CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT COLLATE NOCASE UNIQUE);
INSERT INTO users VALUES (1, 'ada@example.test'), (2, 'bo@example.test');
