ALTER TABLE accounts RENAME COLUMN active TO active_old;
ALTER TABLE accounts ADD COLUMN active INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET active = active_old;
ALTER TABLE accounts DROP COLUMN active_old;
