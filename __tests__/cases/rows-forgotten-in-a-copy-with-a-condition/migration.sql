BEGIN;
CREATE TABLE users_new (id INTEGER PRIMARY KEY, active INTEGER);
INSERT INTO users_new SELECT * FROM users WHERE active <> 0;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
COMMIT;
