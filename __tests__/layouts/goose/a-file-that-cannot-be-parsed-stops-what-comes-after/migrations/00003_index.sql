-- +goose Up
CREATE INDEX books_author
  ON books(author_id)
