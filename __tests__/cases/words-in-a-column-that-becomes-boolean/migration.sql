BEGIN;
CREATE TABLE users_new (id INTEGER PRIMARY KEY, active BOOLEAN NOT NULL);
INSERT INTO users_new (id, active) SELECT id, active FROM users WHERE active <> '1';
INSERT INTO users_new VALUES (3, 1);
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
COMMIT;
