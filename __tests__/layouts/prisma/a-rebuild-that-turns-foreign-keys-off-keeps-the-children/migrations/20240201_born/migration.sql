-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_authors` (`id` integer PRIMARY KEY, `name` text NOT NULL, `born` integer);
INSERT INTO `__new_authors`(`id`, `name`) SELECT `id`, `name` FROM `authors`;
DROP TABLE `authors`;
ALTER TABLE `__new_authors` RENAME TO `authors`;
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
