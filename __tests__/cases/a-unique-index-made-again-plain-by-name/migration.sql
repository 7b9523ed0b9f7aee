BEGIN;
ALTER TABLE users ADD COLUMN last_seen TEXT;
DROP INDEX users_email;
CREATE INDEX users_email ON users (email, last_seen);
COMMIT;
