BEGIN;
CREATE TABLE users_new (email TEXT, name TEXT, PRIMARY KEY (email));
INSERT INTO users_new SELECT email, name FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
COMMIT;
