BEGIN;
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, role TEXT DEFAULT 'guest', created TEXT);
INSERT INTO users SELECT id, role, created FROM users_old;
DROP TABLE users_old;
COMMIT;
