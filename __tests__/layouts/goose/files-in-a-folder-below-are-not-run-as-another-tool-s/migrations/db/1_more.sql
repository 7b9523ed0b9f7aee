-- +goose Up
CREATE TABLE more (a);
-- +goose Down
DROP TABLE more;
