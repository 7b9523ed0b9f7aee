BEGIN;
DELETE FROM codes;
INSERT INTO codes VALUES ('b', 'Beta'), ('a', 'Alpha');
COMMIT;
