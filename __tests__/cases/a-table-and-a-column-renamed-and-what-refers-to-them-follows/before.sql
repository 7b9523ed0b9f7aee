CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT CHECK (name <> ''));
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users(id));
CREATE INDEX users_name ON users(name);
CREATE VIEW names AS SELECT name FROM users;
CREATE TRIGGER users_g AFTER DELETE ON users BEGIN DELETE FROM posts WHERE user_id = old.id; END;
INSERT INTO users VALUES (1, 'a');
INSERT INTO posts VALUES (1, 1);
