-- +goose Up
CREATE TABLE beds (id INTEGER PRIMARY KEY);
-- +goose Down
DROP TABLE beds;
