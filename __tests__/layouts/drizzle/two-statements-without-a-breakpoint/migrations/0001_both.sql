ALTER TABLE `authors` ADD `born` integer;
CREATE INDEX `books_author` ON `books` (`author_id`);
