ALTER TABLE shifts ADD COLUMN pause_minutes INTEGER NOT NULL DEFAULT 0;
DROP INDEX one_open_shift;
CREATE UNIQUE INDEX one_open_shift ON shifts (worker_id) WHERE ended IS NULL AND station IS NOT NULL;
