CREATE INDEX `books_author` ON `books` (`author_id`);
INSERT INTO authors (id, name) VALUES (1, 'again');
