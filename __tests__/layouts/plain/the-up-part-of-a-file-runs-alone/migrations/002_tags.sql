-- ==== UP ====
ALTER TABLE beds ADD COLUMN tag TEXT;
UPDATE beds SET tag = 'a';

-- ==== DOWN ====
ALTER TABLE beds DROP COLUMN tag;
