ALTER TABLE `authors` ADD `born` integer;
