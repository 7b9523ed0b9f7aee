BEGIN;
CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, junk TEXT);
INSERT INTO users_new SELECT id, email, junk FROM users WHERE id > 1;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
CREATE INDEX by_email ON users(email);
ALTER TABLE users RENAME TO accounts;
COMMIT;
