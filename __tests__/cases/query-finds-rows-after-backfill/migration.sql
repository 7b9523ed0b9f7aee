ALTER TABLE sessions ADD COLUMN title TEXT;
UPDATE sessions SET title = goal WHERE goal IS NOT NULL;
