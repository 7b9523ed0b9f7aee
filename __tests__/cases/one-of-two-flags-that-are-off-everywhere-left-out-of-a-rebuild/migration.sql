BEGIN;
CREATE TABLE n (id INTEGER PRIMARY KEY, name TEXT, is_admin INTEGER, is_beta INTEGER);
INSERT INTO n (id, name, is_beta, is_admin) SELECT id, name, NULL, admin FROM users;
DROP TABLE users;
ALTER TABLE n RENAME TO users;
COMMIT;
