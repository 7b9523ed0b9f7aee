CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE UNIQUE INDEX users_email ON users(lower(email));
INSERT INTO users VALUES (1, 'a@x'), (2, 'b@x');
