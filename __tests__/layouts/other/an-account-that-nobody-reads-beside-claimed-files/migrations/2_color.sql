-- +migrate Up
CREATE TABLE colors (id INTEGER PRIMARY KEY);
-- +migrate Down
DROP TABLE colors;
