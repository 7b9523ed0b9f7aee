-- +goose Up
INSERT INTO authors VALUES (3, 'c');
UPDATE books SET title = "titel" WHERE id = 11;

-- +goose Down
DELETE FROM authors WHERE id = 3;
