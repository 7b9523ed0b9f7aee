CREATE INDEX `books_author` ON `books` (`author_id`);
SAVEPOINT s;
ALTER TABLE `authors` ADD `born` integer;
