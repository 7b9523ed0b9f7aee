ALTER TABLE `authors` ADD `born` integer;
PRAGMA user_version = 2;
