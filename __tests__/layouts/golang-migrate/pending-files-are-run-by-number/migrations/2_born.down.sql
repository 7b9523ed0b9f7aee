DROP TRIGGER authors_born;
ALTER TABLE authors DROP COLUMN born;
