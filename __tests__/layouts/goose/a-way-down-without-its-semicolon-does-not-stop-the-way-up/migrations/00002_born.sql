-- +goose Up
ALTER TABLE authors ADD COLUMN born INTEGER;

-- +goose Down
ALTER TABLE authors DROP COLUMN born
