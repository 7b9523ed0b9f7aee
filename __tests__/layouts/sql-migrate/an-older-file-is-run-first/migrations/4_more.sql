-- +migrate Up
CREATE TABLE more (id INTEGER);

-- +migrate Down
