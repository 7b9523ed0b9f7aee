ALTER TABLE accounts ADD COLUMN active_new INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET active_new = coalesce(active, 0);
ALTER TABLE accounts DROP COLUMN active;
ALTER TABLE accounts RENAME COLUMN active_new TO active;
