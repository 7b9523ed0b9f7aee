-- migrate:up
ALTER TABLE authors ADD COLUMN born INTEGER;

-- migrate:down
