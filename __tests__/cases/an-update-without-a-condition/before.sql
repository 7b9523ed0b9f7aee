CREATE TABLE users (id INTEGER PRIMARY KEY, role TEXT);
INSERT INTO users VALUES (1, 'admin'), (2, 'guest'), (3, 'guest');
