CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, login TEXT);
INSERT INTO users VALUES (1, NULL, 'ada'), (2, NULL, 'bo'), (3, 'Cy', 'cy');
