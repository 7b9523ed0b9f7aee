ALTER TABLE authors ADD COLUMN born INTEGER;
INSERT INTO authors (id, name) VALUES (1, 'again');
CREATE INDEX books_author ON books(author_id);
