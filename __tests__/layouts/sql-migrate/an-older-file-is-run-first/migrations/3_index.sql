-- +migrate Up
CREATE INDEX books_author ON books(author_id);

-- +migrate Down
