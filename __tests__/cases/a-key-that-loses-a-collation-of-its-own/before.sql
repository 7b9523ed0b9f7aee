CREATE TABLE users (email TEXT, name TEXT, PRIMARY KEY (email COLLATE NOCASE));
INSERT INTO users VALUES ('a@x', 'Ada'), ('b@x', 'Bob');
