-- +migrate Up
CREATE TABLE cards (id INTEGER PRIMARY KEY);
-- +migrate Down
DROP TABLE cards;
