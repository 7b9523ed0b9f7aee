ALTER TABLE sessions ADD COLUMN minutes INTEGER AS (duration / 60);
