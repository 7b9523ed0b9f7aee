ALTER TABLE authors ADD COLUMN born INTEGER;
CREATE TRIGGER authors_born AFTER INSERT ON authors BEGIN
  UPDATE authors SET born = 0 WHERE id = new.id;
END;
