CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, org INTEGER NOT NULL);
CREATE UNIQUE INDEX users_email ON users (email);
INSERT INTO users VALUES (1, 'a@example.org', 1), (2, 'b@example.org', 1);
