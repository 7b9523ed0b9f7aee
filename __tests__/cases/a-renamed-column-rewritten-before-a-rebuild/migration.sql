BEGIN;
ALTER TABLE users RENAME COLUMN email TO mail;
UPDATE users SET mail = upper(mail);
CREATE TABLE users_new (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, junk TEXT);
INSERT INTO users_new SELECT id, mail, junk FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
CREATE INDEX by_email ON users(mail);
COMMIT;
