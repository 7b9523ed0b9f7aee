BEGIN;
UPDATE tickets SET state = 'open' WHERE state IS NULL;
ROLLBACK;
BEGIN;
UPDATE tickets SET state = 'open' WHERE state IS NULL;
COMMIT;
