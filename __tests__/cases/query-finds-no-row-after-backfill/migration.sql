ALTER TABLE sessions ADD COLUMN title TEXT;
UPDATE sessions SET title = coalesce(goal, 'free');
