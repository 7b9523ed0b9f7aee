BEGIN;
UPDATE notes SET body = 'apple' WHERE body IS NULL;
INSERT INTO search(search) VALUES ('rebuild');
COMMIT;
