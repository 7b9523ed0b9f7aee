ALTER TABLE authors ADD COLUMN born INTEGER;
COMMIT;
PRAGMA foreign_keys=OFF;
CREATE TABLE a (id);
INSERT INTO authors (id, name) VALUES (1, 'again');
PRAGMA foreign_keys=ON;
BEGIN;
