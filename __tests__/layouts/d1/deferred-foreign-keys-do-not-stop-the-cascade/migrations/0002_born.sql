PRAGMA defer_foreign_keys=on;
CREATE TABLE `__new_authors` (`id` integer PRIMARY KEY, `name` text NOT NULL, `born` integer);
INSERT INTO `__new_authors`(`id`, `name`) SELECT `id`, `name` FROM `authors`;
DROP TABLE `authors`;
ALTER TABLE `__new_authors` RENAME TO `authors`;
