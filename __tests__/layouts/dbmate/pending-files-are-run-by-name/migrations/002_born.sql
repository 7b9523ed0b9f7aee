-- When they were born.

-- migrate:up
ALTER TABLE authors ADD COLUMN born INTEGER;
CREATE TRIGGER authors_born AFTER INSERT ON authors BEGIN
  UPDATE authors SET born = 0 WHERE id = new.id;
END;

-- migrate:down
DROP TRIGGER authors_born;
ALTER TABLE authors DROP COLUMN born;
