CREATE TABLE users (id INTEGER PRIMARY KEY, active VARCHAR(5) NOT NULL);
INSERT INTO users VALUES (1, 'true'), (2, 'false'), (3, '1');
