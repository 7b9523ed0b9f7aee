ALTER TABLE `authors` ADD `born` integer;--> statement-breakpoint
