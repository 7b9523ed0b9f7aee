ALTER TABLE sessions RENAME COLUMN duration TO minutes;
