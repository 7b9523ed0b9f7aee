CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, junk TEXT);
CREATE INDEX by_email ON users(email);
CREATE TABLE logins (id INTEGER PRIMARY KEY, user INTEGER REFERENCES users(id));
INSERT INTO users (id, email) VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO logins VALUES (1, 1);
