UPDATE tickets SET state = 'open' WHERE state IS NULL;
