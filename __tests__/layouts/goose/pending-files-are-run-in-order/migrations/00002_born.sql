-- +goose Up
ALTER TABLE authors ADD COLUMN born INTEGER;

-- +goose StatementBegin
CREATE TRIGGER authors_born AFTER INSERT ON authors BEGIN
  UPDATE authors SET born = 0 WHERE id = new.id AND born IS NULL;
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER authors_born;
ALTER TABLE authors DROP COLUMN born;
