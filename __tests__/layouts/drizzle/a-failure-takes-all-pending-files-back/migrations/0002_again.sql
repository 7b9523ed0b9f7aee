CREATE INDEX `books_author` ON `books` (`author_id`);
--> statement-breakpoint
INSERT INTO `authors` VALUES (1, 'again', NULL);