-- +migrate Up
ALTER TABLE authors ADD COLUMN born INTEGER;

-- +migrate Down
