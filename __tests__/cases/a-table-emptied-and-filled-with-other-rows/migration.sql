BEGIN;
DELETE FROM codes;
INSERT INTO codes VALUES ('a', 'Alpha'), ('c', 'Gamma'), ('d', 'Delta');
COMMIT;
