-- +migrate Up
ALTER TABLE authors ADD COLUMN born INTEGER;
-- +migrate StatementBegin
CREATE TRIGGER authors_born AFTER INSERT ON authors BEGIN
  UPDATE authors SET born = 0 WHERE id = new.id;
END;
-- +migrate StatementEnd

-- +migrate Down
DROP TRIGGER authors_born;
ALTER TABLE authors DROP COLUMN born;
