CREATE TABLE users_new (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO users_new VALUES (1, 'Ada'), (2, 'Bo');
